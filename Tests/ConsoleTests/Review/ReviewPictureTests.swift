import Core
import Screen
import Testing

@testable import Console

@Suite struct ReviewPictureTests {
    @Test(arguments: [(80, 24), (100, 30), (120, 40), (160, 50), (59, 14)])
    func show(_ size: (Int, Int)) {
        var desk = ReviewDesk(size: Size(columns: size.0, rows: size.1))
        desk.press("3", "J", "2", "J")
        print(desk.picture)
        desk.press("c")
        desk.type("Well done.")
        print(desk.picture)
    }
}
