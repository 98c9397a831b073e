/// The words that made-up submissions are made of. Ours, and plain: what matters is that texts are as long and as varied as
/// real ones.
enum Vocabulary {
    /// In about 15 of 100 submissions, and in no list below.
    static let common = "fractions"
    /// In twelve submissions, whatever the size of the store.
    static let rare = "quetzal"

    static let words = """
        the class pupils lesson group table card reading writing number line graph story question answer partner warm exit slip \
        check plan goal week morning board notebook draft sample rubric claim reason evidence talk listen explain compare sort \
        match count measure record notice wonder adjust repeat practice small whole early late quiet eager second third first \
        before after during because while when most some every nobody several student teacher parent family school bus gym \
        garden science history music art map chart page paragraph sentence word letter sound rhyme pattern shape angle ratio \
        probe model theme voice text source figure margin pencil marker timer signal corner window desk seat circle pair team \
        choice chance mistake growth effort habit routine step path bridge anchor mirror lens target feedback score level mark \
        was were had saw gave took kept made found asked said wrote read drew showed moved stayed changed helped learned tried
        """.split(separator: " ").map(String.init)

    static let givenNames = """
        Ada Amos Birdie Calla Cleo Dell Edna Emmett Faye Gus Hazel Ida Ira Jewel June Lena Lon Mabel Nell Odell Opal Orla Otis \
        Pearl Reba Roy Ruth Silas Thea Vern Willa Zeb
        """.split(separator: " ").map(String.init)

    static let familyNames = """
        Abner Birch Caudel Dantley Eversole Fugate Gorman Hollin Isom Jent Kilgore Ledford Mosley Napier Ousley Prater Quillen \
        Ratliff Slone Tackett Upchurch Vance Watts Yates
        """.split(separator: " ").map(String.init)

    static let districts = """
        Alder Birchfield Cedar Dogwood Elkhorn Fernley Gladewater Hawthorn Ironwood Juniper Kettle Laurel Maplewood Nettle Oakley \
        Pine Quarry Redbud Sycamore Tulip Walnut
        """.split(separator: " ").map { "\($0) County" }

    static let practices = [
        "Checking for Understanding", "Reading a Data Set", "Growth Mindset Feedback", "Student-led Conferences",
        "Small-group Discussion", "Worked Examples", "Retrieval Practice", "Peer Review",
    ]
    static let fields = ["Mathematics", "Reading", "Science", "Writing", "the Early Grades"]
}
