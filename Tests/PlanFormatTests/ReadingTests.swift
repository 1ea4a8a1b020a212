import Kernel
import PlanFormat
import Testing

struct ReadingTests {
    @Test func `a plan with something under every key survives being written and read`() throws {
        let plan = Sample.full
        let bytes = Array(plan.json.text(pretty: true).utf8)
        let read = try Plan(json: try #require(JSON(parsing: bytes)))
        #expect(read == plan)
    }

    @Test func `missing keys are null or empty, unknown ones are ignored`() throws {
        let plan = try Plan(json: ["format": .string("plumbline.plan/1"), "colour": .bool(true)])
        #expect(plan == Plan())
    }

    @Test func `another format, or none, is refused`() {
        #expect(refusal([:]) == "format should be plumbline.plan/1: this is not a plan that Plumbline wrote")
        #expect(refusal(["format": .string("plumbline.plan/2")]) != nil)
        #expect(refusal(.array([])) == "The file should be an object")
    }

    @Test(arguments: [
        (
            #"{"areas":[{},{},{"actions":[{"leads":"R. Lowe"}]}]}"#,
            "areas[2].actions[0].leads should be a list of texts"
        ),
        (#"{"owners":["R. Lowe", 3]}"#, "owners should be a list of texts"),
        (#"{"areas":{}}"#, "areas should be a list of objects"),
        (#"{"areas":["one"]}"#, "areas[0] should be an object"),
        (#"{"title":7}"#, "title should be a text or null"),
        (#"{"baseYear":"2026"}"#, "baseYear should be a whole number or null"),
        (#"{"date":"31 March"}"#, "date should be a date (2026, 2026-11 or 2026-11-20) or null"),
        (
            #"{"areas":[{"criteria":[{"kind":"hope"}]}]}"#,
            "areas[0].criteria[0].kind should be one of success, progress, impact, outcome"
        ),
        (
            #"{"abbreviations":["LSCB"]}"#,
            "abbreviations should be an object of abbreviations and what they stand for"
        ),
    ])
    func `a wrong kind of value is refused with the path of its key`(text: String, sentence: String) throws {
        let json = try #require(JSON(parsing: Array(text.utf8)))
        guard case .object(let members) = json else { return }
        #expect(refusal(.object(members + [JSON.Member("format", .string("plumbline.plan/1"))])) == sentence)
    }

    @Test func `too many entries are refused`() {
        let areas = JSON.array(Array(repeating: ["title": .string("One")], count: 20_001))
        #expect(
            refusal(["format": .string("plumbline.plan/1"), "areas": areas])
                == "areas should be a list of no more than 20,000 entries")
    }

    private func refusal(_ json: JSON) -> String? {
        do {
            _ = try Plan(json: json)
            return nil
        } catch {
            return error.sentence
        }
    }
}
