import Kernel
import Testing

struct PlaceTests {
    @Test(arguments: [
        Place(), Place(page: 9, table: 3, row: 18, column: 2), Place(sheet: "Plan", row: 4),
        Place(sheet: "Phase “two”, page 3", table: 1), Place(line: 12), Place(paragraph: 40),
    ])
    func `a place survives being printed and read`(place: Place) {
        #expect(Place(description: place.description) == place)
    }

    @Test(arguments: ["", "somewhere", "page nine", "sheet “Plan”table 1", "row 1 2"])
    func `other words are no place`(words: String) {
        #expect(Place(description: words) == nil || words.isEmpty)
    }
}
