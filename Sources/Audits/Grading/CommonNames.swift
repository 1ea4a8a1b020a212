/// Names that are common in England, for `PersonNames`. Those that are words of the work too (Grace, Mark, May, Will,
/// Hope; Green, Hall, King, Young) are left out where they would warn of nothing.
enum CommonNames {
    static let first = words(
        """
        aaron abdul abdullah abigail adam adrian aidan aisha alan albert alex alexander alexandra alfie alfred ali alice \
        alicia alison amanda amber amelia amina amir amy andrea andrew angela anita anna anne annie anthony archie arjun \
        arthur asha ashley aurora ava aya ayesha barbara barry beatrice becky ben benjamin bethany beth bilal brandon brenda \
        brian bruce caitlin callum cameron carl carol caroline catherine charles charlie charlotte chelsea chloe chris \
        christian christina christine christopher claire clare colin connor courtney craig daisy damian daniel darcy \
        darren dave david dawn dean deborah debra dennis derek diana diane dominic donna dorothy douglas duncan dylan ebony \
        eddie edward eileen elaine eleanor elena elijah eliza elizabeth ella ellie elliot elsie emily emma eric erin esme \
        ethan eva evan evelyn evie ezra fatima felix fiona finley florence frances francesca frank fred freddie frederick \
        freya gabriel gareth gary gavin gemma geoffrey george georgia georgina gillian glen gordon graham grayson greg hamza \
        hannah harriet harrison harry harvey hassan hazel heather heidi helen henry holly hugo hussain ian ibrahim imogen \
        imran isaac isabel isabella isabelle isla jack jackson jacob jade jake james jamie jan jane janet janice jasmine \
        jason jayden jean jeffrey jenna jennifer jenny jeremy jess jessica jill joan joanna joanne joe joel john jonathan \
        jordan joseph josephine josh joshua joyce judith julia julian julie karen kate katherine kathleen katie kayleigh \
        keith kelly kenneth kerry kevin khadija kieran kim kirsty kyle lara laura lauren leah lee leo leon leonard lesley \
        lewis liam lily linda lisa logan louis louise lucas lucy luke lydia maisie malcolm mandy margaret maria marie \
        marion martha martin mary maryam mason matilda matthew maureen max maya megan melissa mia michael michelle \
        millie mohamed mohammad mohammed molly monica muhammad musa mustafa naomi natalie natasha nathan neil niamh \
        nicholas nicola nicole nigel noah nora oliver olivia omar oscar owen pamela patricia patrick paul paula pauline \
        peter philip phillip phoebe phyllis pippa poppy priya rachel ralph raymond rebecca reggie rhys richard riley \
        robert robin roger roman ronald rory rosie ross roy ruby russell ruth ryan sally sam samantha samir samuel sandra \
        sara sarah scarlett scott sean sebastian shannon sharon shaun sheila shirley sian simon sofia sonia sophia sophie \
        stacey stanley stephanie stephen steve steven stuart sue susan suzanne sylvia tamsin tanya tara teddy teresa \
        theo theodore theresa thomas tiffany tim timothy tina toby tom tommy tony tracey tracy tyler umar valerie \
        vanessa vera vincent wayne wendy william yasmin yusuf yvonne zachary zack zainab zara zoe
        """)

    static let last = words(
        """
        adams ahmed akhtar alexander ali allen anderson andrews armstrong atkinson bailey barker barnes begum bennett \
        berry bibi booth bradley brooks burton butler campbell carr carter chapman chowdhury clarke collins cooke cooper cox \
        cunningham davidson davies davis dawson dixon edwards elliott ellis evans fletcher foster fraser gibson gill \
        gordon graham grant griffiths hamilton hargreaves harper harris harrison hart harvey hassan hawkins henderson \
        hopkins howard hudson hughes hussain hussein hutchinson iqbal jackson jenkins jennings johnson johnston jones \
        kaur kelly kennedy khan knight lawrence lawson lewis lloyd macdonald marshall martin matthews mccarthy mcdonald \
        mckenzie miah miller mills mitchell mohamed moore morgan morris morrison murphy murray nguyen okafor oliver \
        owen palmer parker patel pearce pearson perry phillips powell preston rahman reid reynolds richards richardson \
        roberts robertson robinson rogers rose russell ryan saunders shah shaw simmons simpson singh smith spencer \
        stephenson stevens stewart sullivan taylor thomas thompson thomson turner uddin walker wallace walsh watkins \
        watson watts webb williams williamson wilson wright yusuf
        """)

    private static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
