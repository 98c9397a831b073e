extension Bench {
    private var size: String { rows.grouped }

    /// The first screen, against the yardstick and against the size of the store.
    func starts(_ text: QueueText) -> (inout Table) throws -> Void {
        { table in
            let start = try Starts([console(rows: rows), yardstick(text)], rounds: rounds)
            let ratio = start.ratio(0, to: 1)
            table.add(
                "exec to last byte of the first queue screen, \(size) submissions",
                target: "at most 4x the C list of the same text (aim: 3x)",
                found:
                    "\(ratio.text(2))x: \(start.milliseconds(0).text(2)) ms, C list \(start.milliseconds(1).text(2)) ms",
                holds: ratio <= 4)
            let large = hugeRows > 0 ? hugeRows : rows
            let sizes = try Starts([console(rows: large), console(rows: smallRows)], rounds: rounds)
            let growth = sizes.ratio(0, to: 1)
            table.add(
                "the same, \(large.grouped) against \(smallRows.grouped)", target: "ratio at most 1.2",
                found: "\(growth.text(2)): \(sizes.milliseconds(0).text(2)) and \(sizes.milliseconds(1).text(2)) ms",
                holds: growth <= 1.2)
        }
    }

    /// CPU, time and bytes of the keys that walk the list.
    func keys(_ text: QueueText) -> (inout Table) throws -> Void {
        { table in
            let keys = try Keys([console(rows: rows), yardstick(text)], rounds: max(1, rounds / 5))
            let names: [(Keys.Step, String, Double)] = [
                (.down, "line down", 0.4), (.scroll, "line down that scrolls", 0.4), (.page, "page down", 0.8),
                (.end, "end", 1.2), (.top, "top", 1.2),
            ]
            for (step, name, most) in names {
                let (ours, theirs) = (keys.cost(0, step).cpu.median ?? 0, keys.cost(1, step).cpu.median ?? 0)
                table.add(
                    "CPU, \(name)", target: "at most \(most.text(1)) ms",
                    found: "\(ours.text(2)) ms, C list \(theirs.text(2))", holds: ours <= most)
            }
            for (step, name, _) in names.prefix(3) { latency(keys, step, name, &table) }
            bytes(keys, text, &table)
        }
    }

    private func latency(_ keys: Keys, _ step: Keys.Step, _ name: String, _ table: inout Table) {
        let (ours, theirs) = (keys.cost(0, step).latency, keys.cost(1, step).latency)
        let middle = (ours.median ?? 0) - (theirs.median ?? 0)
        let (slow, theirSlow) = (ours.percentile(99) ?? 0, theirs.percentile(99) ?? 0)
        table.add(
            "key to last byte, \(name)", target: "p50 within 1 ms, p99 within 3 ms of the C list",
            found: "p50 \((ours.median ?? 0).text(2)) ms (C list \((theirs.median ?? 0).text(2))), "
                + "p99 \(slow.text(2)) (\(theirSlow.text(2)))",
            holds: middle <= 1 && slow - theirSlow <= 3)
    }

    private func bytes(_ keys: Keys, _ text: QueueText, _ table: inout Table) {
        let down = keys.cost(0, .down).bytes.median ?? 0
        table.add(
            "bytes, line down, default theme", target: "at most 250 with a full-row highlight",
            found: "\(down.text(0)), C list \((keys.cost(1, .down).bytes.median ?? 0).text(0))", holds: down <= 250)
        scrolling(keys, text, "default theme", &table)
        let page = keys.cost(0, .page).bytes.median ?? 0
        table.add(
            "bytes, page down", target: "at most 1.1x the page's own text",
            found: "\((page / text.pageBytes).text(2))x: \(page.text(0)) for \(text.pageBytes.text(0)), "
                + "C list \((keys.cost(1, .page).bytes.median ?? 0).text(0))",
            holds: page <= 1.1 * text.pageBytes)
    }

    private func scrolling(_ keys: Keys, _ text: QueueText, _ theme: String, _ table: inout Table) {
        let scroll = keys.cost(0, .scroll).bytes.median ?? 0
        table.add(
            "bytes, scrolling by one line, \(theme)", target: "at most 1.2x the new line",
            found: "\((scroll / text.rowBytes).text(2))x: \(scroll.text(0)) for \(text.rowBytes.text(0)), "
                + "C list \((keys.cost(1, .scroll).bytes.median ?? 0).text(0))",
            holds: scroll <= 1.2 * text.rowBytes)
    }

    func plainKeys(_ text: QueueText) -> (inout Table) throws -> Void {
        { table in
            let keys = try Keys([console(rows: rows, theme: "plain"), yardstick(text, marker: true)], rounds: 1)
            let down = keys.cost(0, .down).bytes.median ?? 0
            table.add(
                "bytes, line down, plain theme", target: "at most 40",
                found: "\(down.text(0)), C list with a marker \((keys.cost(1, .down).bytes.median ?? 0).text(0))",
                holds: down <= 40)
            scrolling(keys, text, "plain theme", &table)
        }
    }

    func memory(_ text: QueueText) -> (inout Table) throws -> Void {
        { table in
            let theirs = try Rest.afterWalking(1000, yardstick(text))
            for size in [rows] + (hugeRows > 0 ? [hugeRows] : []) {
                let ours = try Rest.afterWalking(1000, console(rows: size))
                table.add(
                    "resident and private memory after 1,000 pages, \(size.grouped)", target: "24 MiB, 12 MiB",
                    found: "\(ours.residentMiB.text(1)) and \(ours.ownMiB.text(1)) MiB, "
                        + "C list \(theirs.residentMiB.text(1)) and \(theirs.ownMiB.text(1))",
                    holds: ours.residentMiB <= 24 && ours.ownMiB <= 12)
            }
        }
    }

    func idle(_ table: inout Table) throws {
        let rest = try Rest.idle(console(rows: rows), seconds: 10)
        table.add(
            "idle", target: "no wake-up but the one-second look for changes, no bytes",
            found:
                "\(rest.wakeups.text(1)) wake-ups a second, \(rest.bytes) bytes, \(rest.cpu.text(2)) ms CPU a second",
            holds: rest.wakeups <= 1.1 && rest.bytes == 0)
    }
}

extension Int {
    /// `1,000,000`.
    var grouped: String {
        let digits = String(self)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text
    }
}
