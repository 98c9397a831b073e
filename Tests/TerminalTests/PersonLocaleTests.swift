import Terminal
import Testing

struct PersonLocaleTests {
    @Test(arguments: [
        ([:], false), (["LANG": "C"], false), (["LANG": "C.UTF-8"], true), (["LANG": "en_US.utf8"], true),
        (["LANG": "de_DE.UTF-8@euro"], true), (["LANG": "de_DE@euro"], false), (["LANG": "de_DE.ISO-8859-1"], false),
        (["LC_ALL": "C", "LANG": "C.UTF-8"], false), (["LC_CTYPE": "C.UTF-8", "LANG": "C"], true),
        (["LC_ALL": "", "LANG": "C.UTF-8"], true), (["LC_CTYPE": "UTF-8"], true),
    ])
    func theFirstThatIsSetDecides(_ variables: [String: String], _ isUTF8: Bool) {
        #expect(PersonLocale.isUTF8 { variables[$0] } == isUTF8)
    }
}
