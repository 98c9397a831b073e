/// One competency at one version, with the rubric it is judged by. Immutable once published.
package struct MicroCredential: Codable, Equatable, Sendable {
    package enum Status: String, Codable, CaseIterable, Sendable {
        case draft
        case inVetting = "in-vetting"
        case published, retired
    }
    package struct Issuer: Codable, Equatable, Sendable {
        package var name: String
        package var url: String
        package init(name: String, url: String) {
            self.name = name
            self.url = url
        }
    }
    package struct Research: Codable, Equatable, Sendable {
        package var title: String
        package var url: String?
        package init(title: String, url: String?) {
            self.title = title
            self.url = url
        }
    }
    package struct Credit: Codable, Equatable, Sendable {
        package var amount: Double
        package var unit: String
        package var authority: String
        package init(amount: Double, unit: String, authority: String) {
            self.amount = amount
            self.unit = unit
            self.authority = authority
        }
    }
    /// A question of the overview; `words` are the least and most words asked for.
    package struct Prompt: Codable, Equatable, Sendable {
        package struct Words: Codable, Equatable, Sendable {
            package var min: Int?
            package var max: Int?
            package init(min: Int?, max: Int?) {
                self.min = min
                self.max = max
            }
        }
        package var id: String
        package var prompt: String
        package var words: Words?
        package init(id: String, prompt: String, words: Words?) {
            self.id = id
            self.prompt = prompt
            self.words = words
        }
    }
    package struct EvidenceRequirement: Codable, Equatable, Sendable {
        package var id: String
        package var title: String
        package init(id: String, title: String) {
            self.id = id
            self.title = title
        }
    }

    package var id: String
    package var version: Int
    package var status: Status
    package var name: String
    package var issuer: Issuer
    package var authors: [String]
    package var competency: String
    package var keyMethod: String
    package var components: [String]
    package var research: [Research]
    package var credit: [Credit]
    package var overview: [Prompt]
    package var evidenceRequired: [EvidenceRequirement]
    package var reflectionPrompt: String?
    package var rubric: Rubric

    package init(
        id: String, version: Int, status: Status, name: String, issuer: Issuer, authors: [String] = [],
        competency: String = "", keyMethod: String = "", components: [String] = [], research: [Research] = [],
        credit: [Credit] = [], overview: [Prompt] = [], evidenceRequired: [EvidenceRequirement] = [],
        reflectionPrompt: String? = nil, rubric: Rubric
    ) {
        self.id = id
        self.version = version
        self.status = status
        self.name = name
        self.issuer = issuer
        self.authors = authors
        self.competency = competency
        self.keyMethod = keyMethod
        self.components = components
        self.research = research
        self.credit = credit
        self.overview = overview
        self.evidenceRequired = evidenceRequired
        self.reflectionPrompt = reflectionPrompt
        self.rubric = rubric
    }
}
