/// A table drawn with lines: its rows and columns, and which squares of its grid are one cell.
struct PDFGrid {
    /// Positions of the grid's lines, ascending; one more than there are columns and rows.
    var xs: [Double]
    var ys: [Double]
    /// The cell that each square of the grid belongs to, row by row.
    private(set) var cells: [Int] = []

    var columns: Int { xs.count - 1 }
    var rows: Int { ys.count - 1 }
    var box: PDFPage.Box { PDFPage.Box(xMin: xs[0], yMin: ys[0], xMax: xs[columns], yMax: ys[rows]) }

    /// How far lines may be apart that are meant to meet, in points.
    private static let slack = 3.0

    /// The grids of a page, top first.
    static func find(in drawing: PDFDrawing) -> [PDFGrid] {
        let horizontals = merged(drawing.horizontals)
        let verticals = merged(drawing.verticals)
        guard horizontals.count > 1, !verticals.isEmpty, horizontals.count * verticals.count < 2_000_000
        else {
            return []
        }
        var groups = Groups(horizontals.count + verticals.count)
        for (index, line) in horizontals.enumerated() {
            for (other, post) in verticals.enumerated()
            where post.at > line.from - slack && post.at < line.to + slack && line.at > post.from - slack
                && line.at < post.to + slack
            {
                groups.unite(index, horizontals.count + other)
            }
        }
        var members: [Int: (lines: [PDFDrawing.Segment], posts: [PDFDrawing.Segment])] = [:]
        for (index, line) in horizontals.enumerated() {
            members[groups.find(index), default: ([], [])].lines.append(line)
        }
        for (index, post) in verticals.enumerated() {
            members[groups.find(horizontals.count + index), default: ([], [])].posts.append(post)
        }
        return members.values.compactMap { PDFGrid($0.lines, $0.posts) }.sorted {
            ($0.ys[0], $0.xs[0]) < ($1.ys[0], $1.xs[0])
        }
    }

    private init?(_ lines: [PDFDrawing.Segment], _ posts: [PDFDrawing.Segment]) {
        guard let left = lines.map(\.from).min(), let right = lines.map(\.to).max(),
            let top = posts.map(\.from).min(),
            let bottom = posts.map(\.to).max(), lines.count > 1
        else { return nil }
        // A table may be open at its sides: its lines then reach further than its posts.
        xs = Self.positions(posts.map(\.at) + [left, right])
        ys = Self.positions(lines.map(\.at) + [top, bottom])
        guard columns > 0, rows > 0, columns * rows > 1, columns * rows <= 100_000, columns <= 200 else {
            return nil
        }
        cells = []
        var groups = Groups(columns * rows)
        for row in 0..<rows {
            for column in 0..<columns {
                let square = row * columns + column
                if column + 1 < columns,
                    !Self.isDrawn(posts, at: xs[column + 1], from: ys[row], to: ys[row + 1])
                {
                    groups.unite(square, square + 1)
                }
                if row + 1 < rows, !Self.isDrawn(lines, at: ys[row + 1], from: xs[column], to: xs[column + 1])
                {
                    groups.unite(square, square + columns)
                }
            }
        }
        cells = (0..<(columns * rows)).map { groups.find($0) }
        guard Set(cells).count > 1 else { return nil }
    }

    /// The number of the cell at that point; nil outside the table.
    func cell(at x: Double, _ y: Double) -> Int? {
        guard box.contains(x, y), let column = xs.dropLast().lastIndex(where: { $0 <= x }),
            let row = ys.dropLast().lastIndex(where: { $0 <= y })
        else { return nil }
        return cells[row * columns + column]
    }

    private static func isDrawn(_ segments: [PDFDrawing.Segment], at: Double, from: Double, to: Double)
        -> Bool
    {
        var covered = 0.0
        for segment in segments where abs(segment.at - at) <= slack + 1 {
            covered += max(0, min(segment.to, to) - max(segment.from, from))
        }
        return covered >= (to - from) * 0.5
    }

    private static func positions(_ values: [Double]) -> [Double] {
        var positions: [(sum: Double, count: Double)] = []
        for value in values.sorted() {
            if let last = positions.last, value - last.sum / last.count <= slack + 1 {
                positions[positions.count - 1] = (last.sum + value, last.count + 1)
            } else {
                positions.append((value, 1))
            }
        }
        return positions.map { $0.sum / $0.count }
    }

    /// Pieces of one line, drawn cell by cell, made one again.
    private static func merged(_ segments: [PDFDrawing.Segment]) -> [PDFDrawing.Segment] {
        var lanes: [[PDFDrawing.Segment]] = []
        for segment in segments.sorted(by: { $0.at < $1.at }) {
            if let last = lanes.last?.last, segment.at - last.at <= 1 {
                lanes[lanes.count - 1].append(segment)
            } else {
                lanes.append([segment])
            }
        }
        var out: [PDFDrawing.Segment] = []
        for lane in lanes {
            var current: PDFDrawing.Segment?
            for segment in lane.sorted(by: { $0.from < $1.from }) {
                if let open = current, segment.from <= open.to + slack {
                    current?.to = max(open.to, segment.to)
                } else {
                    if let current { out.append(current) }
                    current = segment
                }
            }
            if let current { out.append(current) }
        }
        return out
    }
}

/// Things that belong together, found pair by pair.
private struct Groups {
    private var parents: [Int]

    init(_ count: Int) { parents = Array(0..<count) }

    mutating func find(_ member: Int) -> Int {
        var root = member
        while parents[root] != root {
            parents[root] = parents[parents[root]]
            root = parents[root]
        }
        return root
    }

    mutating func unite(_ first: Int, _ second: Int) {
        let roots = (find(first), find(second))
        parents[max(roots.0, roots.1)] = min(roots.0, roots.1)
    }
}
