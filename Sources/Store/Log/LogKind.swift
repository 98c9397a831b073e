/// What the log records. The names are written into the chain: never renamed.
enum LogKind: String, CaseIterable, Sendable {
    case create
    case importPolicy = "import-policy"
    case importPerson = "import-person"
    case importMicroCredential = "import-micro-credential"
    case importSubmission = "import-submission"
    case claim, release, lapse
    case takeOver = "take-over"
    case save, submit, adjudicate, decide, undecide
    case reroute, leak
    case backup
    case batchNew = "batch-new"
    case batchPlan = "batch-plan"
    case batchHold = "batch-hold"
    case batchUnhold = "batch-unhold"
    case exportLetter = "export-letter"
    case assign, unassign
}
