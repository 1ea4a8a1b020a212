/// Colours by value, by place in the theme, or by place in the palette (ECMA-376 part 1, 18.8.3 and 18.8.27).
struct WorkbookColours {
    private var theme: [String] = WorkbookColours.officeTheme
    var palette: [String] = WorkbookColours.standardPalette

    init(themePart: String?, in package: OfficePackage) throws(Unreadable) {
        guard let themePart else { return }
        // The file lists dark before light; colours are counted the other way about.
        let order: [XMLTag] = [
            .aLt1, .aDk1, .aLt2, .aDk2, .aAccent1, .aAccent2, .aAccent3, .aAccent4, .aAccent5, .aAccent6,
            .aHlink, .aFolHlink,
        ]
        var theme = theme
        try package.tree(themePart) { root in
            guard let scheme = root.first(.aClrScheme) else { return }
            for (index, tag) in order.enumerated() {
                guard let entry = scheme[tag] else { continue }
                if let value = entry[.aSrgbClr]?[.val] ?? entry[.aSysClr]?[.lastClr], value.utf8.count == 6 {
                    theme[index] = value.uppercased()
                }
            }
        }
        self.theme = theme
    }

    /// `RRGGBB`; nil for automatic and for what is no colour.
    func colour(_ element: XMLElement?) -> String? {
        guard let element else { return nil }
        var base: String?
        if let rgb = element[.rgb], rgb.utf8.count >= 6 {
            base = WordLook.colour(String(rgb.suffix(6)))
        } else if let index = element.number(.theme), theme.indices.contains(index) {
            base = theme[index]
        } else if let index = element.number(.indexed), palette.indices.contains(index) {
            base = palette[index]
        }
        guard let base, !base.isEmpty else { return nil }
        guard let tint = element[.tint].flatMap(Double.init), tint != 0, abs(tint) <= 1 else { return base }
        return WorkbookColours.tinted(base, tint)
    }

    /// Darker for less than nought, lighter for more: the lightness is moved, hue and saturation stay.
    static func tinted(_ colour: String, _ tint: Double) -> String {
        guard let value = Int(colour, radix: 16) else { return colour }
        let red = Double(value >> 16 & 0xFF) / 255
        let green = Double(value >> 8 & 0xFF) / 255
        let blue = Double(value & 0xFF) / 255
        let most = max(red, green, blue)
        let least = min(red, green, blue)
        let lightness = (most + least) / 2
        let moved = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint
        var hue = 0.0
        var saturation = 0.0
        if most > least {
            let spread = most - least
            saturation = lightness > 0.5 ? spread / (2 - most - least) : spread / (most + least)
            if most == red {
                hue = (green - blue) / spread + (green < blue ? 6 : 0)
            } else if most == green {
                hue = (blue - red) / spread + 2
            } else {
                hue = (red - green) / spread + 4
            }
        }
        let high = moved < 0.5 ? moved * (1 + saturation) : moved + saturation - moved * saturation
        let low = 2 * moved - high
        func channel(_ turn: Double) -> String {
            var turn = turn
            if turn < 0 { turn += 6 }
            if turn >= 6 { turn -= 6 }
            let part: Double =
                if turn < 1 { low + (high - low) * turn } else if turn < 3 { high } else if turn < 4 {
                    low + (high - low) * (4 - turn)
                } else { low }
            let byte = Int((min(max(part, 0), 1) * 255).rounded())
            return (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
        return channel(hue + 2) + channel(hue) + channel(hue - 2)
    }

    private static let officeTheme = [
        "FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47",
        "0563C1", "954F72",
    ]

    private static let standardPalette: [String] = {
        let first = ["000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF"]
        let rest = [
            "800000", "008000", "000080", "808000", "800080", "008080", "C0C0C0", "808080", "9999FF",
            "993366",
            "FFFFCC", "CCFFFF", "660066", "FF8080", "0066CC", "CCCCFF", "000080", "FF00FF", "FFFF00",
            "00FFFF",
            "800080", "800000", "008080", "0000FF", "00CCFF", "CCFFFF", "CCFFCC", "FFFF99", "99CCFF",
            "FF99CC",
            "CC99FF", "FFCC99", "3366FF", "33CCCC", "99CC00", "FFCC00", "FF9900", "FF6600", "666699",
            "969696",
            "003366", "339966", "003300", "333300", "993300", "993366", "333399", "333333",
        ]
        return first + first + rest
    }()
}
