/// The straight lines and filled boxes of a page: what rules a table and colours its cells.
struct PDFDrawing {
    struct Segment {
        /// y of a horizontal segment, x of a vertical one.
        var at: Double
        var from: Double
        var to: Double
    }

    struct Fill {
        var box: PDFPage.Box
        /// `RRGGBB`, upper case.
        var colour: String
    }

    var horizontals: [Segment] = []
    var verticals: [Segment] = []
    var fills: [Fill] = []

    /// A page with more lines than this is a drawing, no table.
    private static let most = 4000

    /// Reads what `pdftocairo -svg` prints: the shapes of each page, glyphs left aside.
    static func pages(_ svg: [UInt8], until deadline: Deadline) throws(Unreadable) -> [PDFDrawing] {
        var pages: [PDFDrawing] = []
        var index = 0
        var isInDefinitions = false
        var count = 0
        while let start = svg[index...].firstIndex(of: 0x3C) {
            count += 1
            if count % 4096 == 0 { try deadline.check() }
            let rest = svg[(start + 1)...]
            let end = rest.firstIndex(of: 0x3E) ?? svg.count
            index = min(svg.count, end + 1)
            if rest.starts(with: "defs".utf8) || rest.starts(with: "clipPath".utf8)
                || rest.starts(with: "mask".utf8)
            {
                isInDefinitions = svg[end - 1] != 0x2F
            } else if rest.starts(with: "/defs".utf8) || rest.starts(with: "/clipPath".utf8)
                || rest.starts(with: "/mask".utf8)
            {
                isInDefinitions = false
            } else if rest.starts(with: "page>".utf8) {
                pages.append(PDFDrawing())
            } else if !isInDefinitions, rest.starts(with: "path ".utf8) || rest.starts(with: "rect ".utf8) {
                if pages.isEmpty { pages.append(PDFDrawing()) }
                if end - start < 1 << 16 { pages[pages.count - 1].take(Array(svg[start..<index])) }
            }
        }
        return pages
    }

    private mutating func take(_ element: [UInt8]) {
        guard horizontals.count < Self.most, verticals.count < Self.most, fills.count < Self.most else {
            return
        }
        var tokens = HTMLTokens(element)
        guard case .start(let tag) = tokens.next() else { return }
        var style: [String: String] = [:]
        for part in (tag.attribute("style") ?? "").split(separator: ";") {
            let pair = part.split(separator: ":", maxSplits: 1).map { $0.filter { $0 != " " } }
            if pair.count == 2 { style[pair[0]] = pair[1] }
        }
        for name in ["fill", "stroke", "stroke-width"] { style[name] = style[name] ?? tag.attribute(name) }
        let matrix = Self.numbers(tag.attribute("transform") ?? "")
        let figures: [[(Double, Double)]]
        if tag.name == "rect" {
            let values = ["x", "y", "width", "height"].map { Double(tag.attribute($0) ?? "") ?? 0 }
            let (x, y, right, bottom) = (values[0], values[1], values[0] + values[2], values[1] + values[3])
            figures = [[(x, y), (right, y), (right, bottom), (x, bottom), (x, y)]]
        } else {
            figures = Self.figures(tag.attribute("d") ?? "")
        }
        for figure in figures {
            let points = figure.map { Self.transformed($0, matrix) }
            if let stroke = style["stroke"], stroke != "none" {
                for (first, second) in zip(points, points.dropFirst()) { addLine(first, second) }
            }
            if let fill = style["fill"], fill != "none", style["fill-opacity"] != "0" {
                addFill(points, fill)
            }
        }
    }

    private mutating func addLine(_ first: (Double, Double), _ second: (Double, Double)) {
        if abs(first.1 - second.1) < 1, abs(first.0 - second.0) > 3 {
            horizontals.append(
                Segment(
                    at: (first.1 + second.1) / 2, from: min(first.0, second.0), to: max(first.0, second.0)))
        } else if abs(first.0 - second.0) < 1, abs(first.1 - second.1) > 3 {
            verticals.append(
                Segment(
                    at: (first.0 + second.0) / 2, from: min(first.1, second.1), to: max(first.1, second.1)))
        }
    }

    /// A thin filled box is a line, as browsers and Word draw their borders; any other is a colour.
    private mutating func addFill(_ points: [(Double, Double)], _ colour: String) {
        guard (4...6).contains(points.count), let first = points.first else { return }
        let box = points.reduce(PDFPage.Box(xMin: first.0, yMin: first.1, xMax: first.0, yMax: first.1)) {
            $0.union(PDFPage.Box(xMin: $1.0, yMin: $1.1, xMax: $1.0, yMax: $1.1))
        }
        let isUpright = points.allSatisfy { point in
            (abs(point.0 - box.xMin) < 0.5 || abs(point.0 - box.xMax) < 0.5)
                && (abs(point.1 - box.yMin) < 0.5 || abs(point.1 - box.yMax) < 0.5)
        }
        guard isUpright else { return }
        let hex = Self.hex(colour)
        if box.height <= 3, box.width > 3 {
            if hex != "FFFFFF" { horizontals.append(Segment(at: box.yMid, from: box.xMin, to: box.xMax)) }
        } else if box.width <= 3, box.height > 3 {
            if hex != "FFFFFF" { verticals.append(Segment(at: box.xMid, from: box.yMin, to: box.yMax)) }
        } else if let hex, box.width > 3, box.height > 3 {
            fills.append(Fill(box: box, colour: hex))
        }
    }

    /// The corners of each figure of a path; a curve makes the figure none that matters here.
    private static func figures(_ path: String) -> [[(Double, Double)]] {
        var figures: [[(Double, Double)]] = []
        var figure: [(Double, Double)] = []
        var isCurved = false
        var numbers: [Double] = []
        func finish() {
            if figure.count > 1, !isCurved { figures.append(figure) }
            figure = []
            isCurved = false
        }
        for word in path.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x2C || $0 == 0x0A }).prefix(4000) {
            let text = String(word) ?? ""
            switch text {
            case "M": finish()
            case "L": numbers = []
            case "C", "Q", "S", "A", "H", "V": isCurved = true
            case "Z", "z": if let first = figure.first { figure.append(first) }
            default:
                guard let number = Double(text), number.isFinite, abs(number) < 1e6 else {
                    isCurved = true
                    continue
                }
                numbers.append(number)
                if numbers.count == 2 {
                    figure.append((numbers[0], numbers[1]))
                    numbers = []
                }
            }
        }
        finish()
        return figures
    }

    private static func numbers(_ text: String) -> [Double] {
        text.split { !($0.isNumber || $0 == "." || $0 == "-" || $0 == "e") }.compactMap { Double($0) }
    }

    private static func transformed(_ point: (Double, Double), _ matrix: [Double]) -> (Double, Double) {
        guard matrix.count == 6 else { return point }
        let x = matrix[0] * point.0 + matrix[2] * point.1 + matrix[4]
        let y = matrix[1] * point.0 + matrix[3] * point.1 + matrix[5]
        return x.isFinite && y.isFinite ? (max(-1e6, min(1e6, x)), max(-1e6, min(1e6, y))) : point
    }

    /// `rgb(100%,0%,0%)` as cairo writes it.
    private static func hex(_ colour: String) -> String? {
        guard colour.contains("%") else { return HTMLColour.hex(colour) }
        let parts = colour.split { !($0.isNumber || $0 == ".") }.compactMap { Double($0) }
        guard parts.count >= 3 else { return nil }
        return HTMLColour.hex(
            "rgb(\(parts.prefix(3).map { "\(($0 * 2.55).rounded())" }.joined(separator: ",")))")
    }
}
