extension ContentKind {
    static let html = ContentKind(card: "html", name: "HTML page") {
        ($0.begins(tag: "<!doctype html") || $0.begins(tag: "<html") || $0.begins(tag: "<head")
            || $0.begins(tag: "<body")) && $0.isText
    }
}
