/// Passwords and words of passwords that guessing programs try first.
///
/// The commonest of ten million leaked passwords (Mark Burnett's list, as zxcvbn 4.5.0 ships it under the MIT
/// licence): whole ones of 14 characters and more, and the words that the shorter ones are made of.
enum CommonPasswords {
    static let whole = Set(split(longOnes))

    /// Folded as `GuessablePassword` folds what it reads.
    static let words = Set(
        (split(plain) + split(coarse).map(turned)).map { GuessablePassword.folded($0) })

    private static func split(_ list: String) -> [String] {
        list.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    // Coarse words are kept thirteen letters on, so that this file can be read aloud.
    private static func turned(_ word: String) -> String {
        String(decoding: word.utf8.map { ($0 - 0x61 + 13) % 26 + 0x61 }, as: UTF8.self)
    }

    private static let longOnes = """
        111222333444555 122333444455555 1234567887654321 12345678900987654321 1234567890987654321
        1234567890qwerty 12345678987654321 123456789987654321 123456789qwerty 1234567qwertyu
        1234qwerasdfzxcv 1qa2ws3ed4rf5tg 1qaz2wsx3edc4rfv 1qazxsw23edcvfr4 23176djivanfros 31217221027711
        4815162342lost 59382113kevinp 89876065093rax an83546921an13 bpgjldsgjldthnf chickenwing101
        domainlock2005 ghjnbdjcnjzybt hd764nw5d7e1vb1 iseedeadpeople lhbjkjubz2957704 lost4815162342
        lytghjgtnhjdcr mailcreated5240 maurolarastefy michaeljackson momsanaladventure
        nemvxyheqdd5oqxyxyzi newproject2004 nhfdvfnjkju123 passwordstandard polniypizdec0211
        polniypizdec110211 q1w2e3r4t5y6u7 q1w2e3r4t5y6u7i8 q1w2e3r4t5y6u7i8o9p0 qazwsxedcrfvtgb
        qwertasdfgzxcvb qwerty123456789 qwertyuiop12345 websolutionssu weihnachtsbaum z1x2c3v4b5n6m7
        zqjphsyf6ctifgu zxcvbnm123456789
        """

    private static let plain = """
        aaliyah aardvark abcd aberdeen abgrtyu absolut access accord achilles action adam adgjmptw adidas
        admin adonis aezakmi agent aggies aikido airborne airbus airforce airplane alabama alaska
        albatros albion alejandr aleksandr aleksandra aleksey alenka alexande alexandr alexis alfa
        alibaba aliens allmine allsop allstar alpha alphabet alpine alucard amadeus amanda amateur amazon
        amber america amsterda amsterdam anaconda anakin anarchy andrei andrew andrey andromeda anfield
        angel angels angus anhyeuem animal anime anthony anubis apache apollo apple apples aquarius
        aragorn area arizona arjay armagedon armani arsenal artemis artur asdasd asdf asdfasdf asdfg
        asdfgh asdfghj asdfghjk asdfghjkl asdfjkl asdzxc ashley aspire aspirine assassin asterix astros
        atlanta atlantis atomic auburn audia aussie austin australi avalanch avalon avatar avenger
        awesome azamat azerty azsxdc azsxdcfv babe babes babyblue babyboy babydoll babyface babygirl
        babylon bacardi backdoor badass badboy baddog badger badgirl baggins bagira baller balloon
        balloons bambam banana bananas banane bandit banker banner banshee barbie barcelon barcelona
        barefoot barkley barney barsik bartman baseball basket basketba batman bayern beaches beagle
        beamer beanie bear beast beastie beatles beautifu beauty beaver beavis beckham beefcake beemer
        beer beetle bella benfica bengals beowulf beretta berlin bhbirf bicycle bigbear bigbird bigboy
        bigfoot biggie biggles bigguy bigmac bigman bigmike bigmoney bigone bigred bigtime bikini billy
        billybob billyboy bimmer bing bingo birdie birdman biscuit bizkit blabla black blackbir blackcat
        blackdog blackhaw blackie blackjac blackjack blackout blacks blacky blade blades blahblah blaster
        blazer blessed blessing blink blizzard blonde blondes blondie blue bluebird blueboy bluedog
        blueeyes bluemoon blues bluesky bobafett bobby bobcat boeing bogart bogdan bogey bohica bollox
        bomber bond bonjour bonkers bonsai booger boogie bookworm boomboom boomer bootie boots booty
        boricua bosco bossman boston bounce bowler bowling boxing boxster brando brandon brandy brasil
        braves brazil breeze brian brighton bristol britney bronco broncos brooklyn brownie browns
        brucelee bruins brutus bubba bubbas bubble bubbles bucket buckeye buckeyes buckshot buddah buddha
        buddie buddy budlight budman budweise buffalo buffett buffy builder bull bulldog bulldogs bullet
        bulls bullseye bunny burger buster butch buzzard cabbage cactus cadillac caesar calgary calico
        caliente californ caligula camaro cambiami camel camelot camels cameron camper canada cancer
        cancun candle candyman canon cantona capone captain caramel cardinal carolina carpet carrera
        carrot cartman cartoon casanova caserta casey casino casper cassie catch catdog catfish catherin
        catman cats cavalier caveman ccbill cdtnkfyf celeron celica celine celtic celtics cent cerberus
        cessna cfitymrf cgfhnfr chainsaw champ champion champs changeme chao chaos charger chargers
        charles charli charlie charlott charlton charly charmed chaser cheater checkers cheeks cheers
        cheese cheetah chelsea cherokee cherry chester chevelle chevrole chevy chewie cheyenne chicago
        chichi chicken chickens chicks chico chiefs chinook chipper chivas chocolat chopper chou chris
        chrisbln chrissy christ christia christin christop chrome chronic chrono chuang chubby chuckie
        chuckles chucky chunky cicero cigars cinder cinnamon cjkysirj cjkywt clancy clapton clarinet
        classic claudi claymore clemson clevelan clipper cloud clouds clover cobra cocacola cocaine
        coconut coffee cohiba coke colombia colorado colors colt coltrane comet commando compaq compute
        computer concrete condor cong connect connor consumer cookie cookies cooldude cooler coolguy
        coolio coolman copper corona corrado corvette cosmo cosmos cosworth cougar cowboy cowboys coyote
        cracker crazy crazybab creamy creative cricket crimson critter crjhgbjy cruise cruiser crunch
        crusader crysis crystal cthulhu cthutq cubbies cubswin cuddles cupcake curious custom cutlass
        cutter cxfcnmt cyber cyclone cyclops cypress daddy daewoo dagger daisy dakota dalejr dallas
        dammit dancer dang danger danie daniel daniil danila danni dannyboy darkman darkness darkside
        darkstar david davide davids daytona dbrnjh dbrnjhbz deadhead deadman death deejay deeznuts
        deeznutz defender defiant deftones delete delphi delta deluxe denali deniska depeche desert
        designer desire deskjet destiny detroit dexter dfcbkbq dfkthbz dfkthf dfktynbyf dfvgbh dharma
        diablo diamond diamonds diao diehard diesel dietcoke digger digital dilbert dima dinamo ding
        dingdong dinosaur discover disney diver divine dkflbckfd dkflbvbh doberman doctor dodge dodger
        dodgeram dodgers dogfood dogg doggie doggy doghouse dogman dogs doitnow dollar dolphin dolphins
        domino donkey donuts doobie doodle doogie dookie doughboy dracula drago dragon dragonball dragons
        dragoon dreamer dreams driver drizzt droopy drowssap drpepper drummer dthjybrf dublin ducati
        duchess duck durango duster dutchess eagle eagles eastside eclipse eduard edward eeyore einstein
        ekaterina electra electric electron element elephant elizabet elvis emerald emily eminem empire
        engage engineer enigma enter enterpri enterprise eraser ericsson eternal eternity eureka europa
        everest everton excalibu exigen exigent exodus explorer express extreme fabie fabric falcon
        falcons fallen fallout fang fantasy farside faster fatboy fatcat fatman feather fender feng
        fernand ferrari ferret fester fghtkm ficken fiesta figaro fighter filter finger fire fireball
        firebird firefly firefox fireman fish fishes fishing fitness fktrcfylh fktrcfylhf fktrctq flames
        flamingo flash flatron fletch flipper floppy florian florida flounder flower fluffy flyboy flyers
        foobar footbal football fordf forest forever forfun formula fortuna foryou fossil foxtrot
        francesc frank franky freaks freaky freckles freddy freedom freepass freeuser friday fright
        frisco frisky frodo frog frogger froggy front frontier frosty fubar fugazi funtime fusion futbol
        fyfcnfcbz fylhtq fytxrf gabrie gabriell galaxy galina galore gambit gamecube gameover gandalf
        gangsta gangster garden garfield gargoyle gateway gator gators gbpltw gegcbr geheim gemini
        genesis genius george geronimo gesperrt getmoney getsome gfhjkm ghbdtn ghbdtnbr ghetto ghjcnj
        ghjcnjnfr ghost ghostrider giants ginger giorgi gizmo gizmodo gjkbyf gladiator gmoney goalie
        goaway goblin goblue gobucks goddess godfathe godfather godsmack godzilla gofish goforit goku
        golden goldfish goldstar goldwing golf golfball golfer golfing goliath gollum gonavy gong gonzo
        goober goodboy goodluck goodtime goofy google goose gopher gordon gorilla gotcha gothic govols
        granny great greatone green greenbay greenday greens gregor gremlin grendel gretzky griffey
        gringo grizzly gromit groove groovy groucho grumpy gsxr guardian guiness guinness guitar gundam
        gunnar gunner gunners gustav hacked hacker hairy halflife hallo hamburg hamlet hammer hammers
        hamster handyman hannah hannibal hansolo happy happyday hardrock harley harry havefun hawaii
        hawaiian hawkeye hawkeyes hayabusa hearts heather heaven heckfy hedgehog heineken hellfire hello
        helloo helmet helpme hendrix herbie hercules hermes hershey hesoyam hidden highland hiphop
        hithere hitman hjvfirf hobbes hobbit hockey hokies holiday holly hollywoo homer homers homerun
        honda honey hongkong hoosier hoosiers hootie horizon hornet horse horses hotbox hotboy hotdog
        hotred hotrod hotshot hotstuff hottie hummer hunter hunting hurrican husker huskers huskies
        hyperion ibanez icecream iceman idontkno idontknow iforgot igor iguana illini illusion iloveu
        iloveyo iloveyou immortal impala incubus indiana indians indigo inferno infiniti infinity insane
        insert integra intel internet intrepid intruder inuyasha irina irish ironman italia ivanov
        ivanova iverson iwantu jabroni jackal jackass jackson jacob jagger jaguar jamaica james jamesbon
        jamesbond jamie jammer jammin jarhead jasmine jason jasper java jaybird jayden jayhawk jazzman
        jedi jeep jenn jenny jericho jessic jessica jester jesus jethro jewels jimbo jimbob jimmy jktymrf
        johann johannes john johnboy joker jokers jordan joshua jrcfyf juggalo juice jumper junebug
        jungle junior jupiter justdoit justice justin justme juventus kahuna kaktus kamikaze kangaroo
        kansas karate karina karolina kashmir kasper katana katerina katie katrin kawasaki keeper kelly
        kenshin kenwood kenworth kevin keyboard keystone keywest kicker kingfish kingkong kingpin
        kingston kipper kirill kisses kissme kitkat kitten kitty kittycat kittykat klaster klingon
        knickers knicks knights knopka kodiak kolobok kool korn koshka kosmos kostya kotenok krishna
        ktyjxrf kume kungfu labrador labtec lacrosse ladybug laguna lakers lakota lancelot lancer lansing
        laptop larisa laser lasvegas latino leather leavemealone ledzep legacy legend legion legolas leng
        lennon leonid leopard lespaul lestat letmein letsgo lexmark lexus liberty lick lickit lifehack
        lighter lightnin lightning lights linda lineage lion lionking liquid liverpoo liverpool lizard
        lobster loco logan logitech lokomotiv lolipop lollipop lollol london lonestar lonewolf longhorn
        looker looser loser losers lotus love loveit lovely loveme lover loverboy lovers loveyou lowrider
        lucifer lucky luckydog ludmila lvbnhbq macdaddy machine macross maddie maddog madina madison
        madman madmax madness madonna maestro maggie maggot magic magick magicman magnum magnus maiden
        mailcreated mailman majestic makaveli maksim malaka malibu malina mallard mamapapa manchest
        manchester mandingo maniac manowar manson manutd maradona marathon maria marina marine mariners
        marines marino marius marlboro marley martin martini maryjane massive maste master matador matrix
        matthew mature maverick maxell maxim maxima maximus maxwell maxx mayday mayhem mazafaka meatball
        meatloaf mechanic medusa megadeth megaman megapass megatron meister melissa mellon mellow memorex
        memphis menace meowmeow mercedes mercury meridian merlin mermaid mersedes metallic metallica
        mexico miami mian michae michael michigan mickey microlab micron microsof microsoft midget
        midnight midway mighty mikey milana milano milena milkman minecraft minime mirage misfit mishka
        missy mister misty mittens mnbvcxz mojo molly moloko molson momoney monaco monalisa monday mondeo
        money moneyman moneys mongoose monitor monke monkey monkeys monopoly monster montana montgom
        montreal moocow mookie moomoo moonlight moose morpheus mortgage mortimer moscow mother motherlode
        motorola mountain mouse mozart mulder multiplelo munchkin muppet muscle mushroom music musica
        musicman mustafa mustang mustangs mustard mybaby mylife mylove mypass mystic napass napster
        naruto nascar natali natasha naughty nebraska nemesis neptune nevada newbie newcastl newlife
        newpass newport newyork nfnmzyf nickel nicola nicole nike nikita nikola nikolay nimbus nimrod
        niners ninja nintendo nipper nirvana nissan nitram nofear nokia nolimit noodle noodles nookie
        nopass novell nugget number nuttertools nyjets nylons nymets oakland oasis obiwan oblivion ohyeah
        oicu oilers oksana oldman oleg oliver olivier omega onelove onetime online onlyme openup operator
        optimus oracle orange oranges orchid orioles orion oscar osiris outkast outlaw overlord oxford
        pacers packard packer packers pacman padres paintbal paintball paladin panama panasoni panasonic
        pancho panda pandora pantera panther panthers pantyhos paradise paradox parola parrot pascal pass
        passat passion passme passport passwd passwor passwort patches patrick patriot patriots pavilion
        peach peaches peanut peanuts pearljam pebbles peekaboo peewee pegasus pencil penguin penguins
        penny penthous pentium pepper pepsi peter peterpan peugeot phantom philippe philips phillies
        philly phish phoenix photos phpbb pianoman picard picasso piccolo pickle pickles pics piglet
        pikachu pillow pineappl ping pingpong pinhead pink pinkfloy pioneer pippen pirate pirates pisces
        pistol pitbull pizza pizzas planet plastic platinum player playstation playtime plumber plymouth
        pobeda poison poiuyt poiuytrewq pokemon polaris police polina polniypizdec polo polska pompey
        poncho pontiac pony poochie poodle pooh poohbear pookie popcorn popeye poppy porkchop porsche
        portland portugal poseidon possum postal potato powder power preacher precious predator prelude
        presario presto primus prince princes princess printer prissy private privet prodigy prophet
        proxy psycho puddin pudding pumpkin punisher punkin punkrock puppies puppy pupsik purdue purple
        putter pyramid python qawsed qawsedrf qazqaz qazwsx qazwsxed qazwsxedc qazwsxedcrfv qazxsw
        qazxswedc qazzaq qing quan quantum quartz quattro queens qwas qwaszx qweasd qweasdzxc qweqwe qwer
        qwerasdf qwert qwerty qwertyu qwertyui qwertyuio qwertyuiop qwertz rabbit rabota racecar racer
        racerx rachel racing ragnarok raider raiders rainbow rainman raistlin rambler rambo rammstein
        ramses rancid random ranger rangers raptor rascal rasdzv rasputin rasta rastaman raven ravens
        razz rbhbkk rctybz reader realmadrid reaper rebecca rebel rebels redalert redbull reddog redfish
        redhead redhot redline redman redrum redsox redwing redwings redwood reebok reefer renault
        renegade rereirf rescue rfhbyf rfnthbyf rfrfirf rfrnec rhbcnbyf rhfcjnrf rhtdtlrj richard
        rightnow ripken ripper ripple rjirfrgbde rjntyjr rjycnfynby roadking roadrunn robert robotech
        rocker rocket rockets rockford rockhard rockon rocks rockstar rocky rodman roller rolltide
        romashka rommel ronaldo rookie rooster rootbeer rosebud rotten route rover rovers royals rtyuehe
        rubber rulez rulezzz runescape runner rush ruslan russia rustam rusty sabbath sabine sabres sadie
        safari sailboat sailing sailor saints sakura salamander saleen sally salmon salomon salsero
        samantha samiam sammy samson samsung samurai sancho sandiego sandman sandro sandy sapper sapphire
        sarah saratoga sascha sasha sassy sasuke saturn saun sauron sausage sayang scania scanner
        scarface scarlet scooby scoobydo scorpio scorpion scotch scotland scott scotty scout scream
        scruffy scuba scully seahawks seamus searay seattle secret security seeker seinfeld select
        seminole semperfi sentinel septembe serega serenity sergei sergey sergi sersolution server sesame
        seven shado shadow shai shalom shaman shamrock shaney shang shania shannon shaolin shark sharks
        sharky shasta shaved shazam shelby shemale sherlock shiloh shogun shorty shotgun shou showme
        showtime shun siemens sierra silver silverad simba simon simple simpsons sinatra sinbad sinister
        sinner sirius sithlord sixers skater skeeter skidoo skiing skinny skipper skippy skittles
        skorpion skydive skylar skyline skywalke skywalker slacker slappy slapshot slayer sleepy slick
        slider slinky slipknot smelly smiles smiley smiths smitty smoke smoker smokes smokey smokin
        smooth smudge snake snakes snapon snapper snapple sneakers snickers sniper snoop snoopdog snoopy
        snowball snowboar snowman snuggles sobaka soccer socrates softball software soldier soleil solnce
        sommer sonic sonics sony sooners sophie southpark spaceman sparkle sparky sparta spartak spartan
        spartans spawn speaker spectrum speedy spider spiderma spiderman spidey spike spirit spitfire
        splash splinter sponge spongebob spooky spring sprint sprite spunky spurs sputnik spyder squall
        squash squirrel srinivas stalin stalker stallion star starbuck starcraft stardust starfire
        starfish stargate starman starship starter startrek starwars static stealth steeler steelers
        stefano steph stephani stereo sterlin steve sticks sticky stimpy sting stinger stingray stinky
        stocking stocks stonecol stones stoney storm stormy stranger strider strike striker stud studly
        stumpy stunner stupid subaru sublime subway subzero success sugar sultan summer summit sundance
        sunday sunflowe sunnyday sunrise sunset sunshin sunshine super superfly superman supersta
        superstar surf surfer surfing suzuki svetik svetlana svoboda sweet sweetpea sweets sweety swimmer
        swimming sword swordfis swordfish swords sydney syncmaster syracuse tacobell tacoma talisman
        tango tanker tardis target tarheel tarheels tarzan tattoo tatyana taurus taylor tazman tazmania
        tdutybq teacher technics techno teddy teddybea tekken telefon temp tempest teng tennis tequila
        terminator terrapin terror test tester testing texas thailand thanatos thankyou theboss thecat
        thedog thedude theend thegame thegreat thekid theking theman theone therock thesims thomas thor
        thuglife thumbs thunder thunderb tiberius tickle tiffany tiger tigers tigger tights timber tinker
        tinkerbell tinman tintin titanic titanium titans titleist tolkien tomato tomcat tommy tommyboy
        tootsie topcat topdog topgun topher topper tornado toronto toshiba tottenha toyota tracker
        tractor trader trance transam translator trapper travel traveler treasure trebor trfnthbyf
        triangle tricky trident trigger trinity triton triumph trixie trojan trojans trooper trouble
        truck trucker trucks truelove trumpet trunks trustno tsunami tuesday tunafish tundra turbo turkey
        turtle tweety twilight twinkle twisted twister tyler typhoon ufkbyf ultima ultimate umbrella
        underdog undertaker unicorn unreal usarmy usmc usnavy utopia vacation vader valentin valentina
        valera valhalla valkyrie vampire vanhalen vanilla vector vectra vedder vegeta velvet venera
        verbatim veritas vermont veronika vertigo vette vfczyz vfhbyf vfhecz vfhufhbnf vfksirf vfrcbv
        vfrcbvrf vfvekz vfvfgfgf vfvjxrf victory viewsonic viking vikings viktor viktoria viper vipers
        vision vitalik vkontakte vladik vladimir vladislav volley volvo voodoo vortex voyager vulcan
        walleye walmart walnut walrus wapbbs warcraft wareagle warhammer warlock warlord warrior warriors
        warthog wasser wassup watcher waterloo weasel webmaster weezer welcome welder werewolf westham
        westside westwood whatever whatsup wheels whiskers whiskey whisky whisper whitesox whocares
        whynot wibble wicked wildcat wildcats wildfire wildman william willow windows windsor winner
        winston winter wisdom wizard wolf wolfgang wolfie wolfman wolfpack wolverin wolverine wolves
        wombat woody woofwoof woohoo wookie wordpass wrangler wrestle wrestlin wrinkle wutang xanadu
        xavier xbox xfiles xtreme yamaha yankee yankees ybrbnf ybrjkfq yellow yfnfif yoda yomama yosemite
        yourmom ytrewq yzerman zaphod zaqwsx zaqxsw zenith zeppelin zerocool zeus zhei zheng zhong zidane
        ziggy zigzag zipper zippy zombie zorro zvezda zxasqw zxcasd zxcasdqwe zxcv zxcvbn zxcvbnm
        """

    private static let coarse = """
        ahqvfg anfgl anfgln anxrq avccyr avccyrf avttre betnfz birexvyy cbbagnat cbbc cbbcbb cbbcre
        cbbcvr cbbgre cbea cbeab cbeabf cbeafgne chffl chfflf chfflpng chffvr chffvrf cnagvrf cnamre
        cnffjbeq cnffjbeqf cnxvfgna cravf creireg cvffbss cvffvat cvzc cvzcva cynlobl ebnqxvyy ergneq
        erqarpx erqfxvaf fangpu fcnax fcnaxl fcnaxvat fcnaxzr fdhveg fgbarq fgevccre fhpx fhpxf fhpxre
        fhpxvg fhpxzr fjnyybj fjvatre fjvatref fngna fngnan fpbbgre fpenccl frkfrk frkhny frkk frkkkk
        frkl frkltvey frklzna fronfgvn fubbgre funttl fuvggl fuvgurnq fyhg fyhgf fyhggl fynir fzhg
        fzrturnq fzrtzn gebzobar grra grraf gubatf guhzcre guvegrra gvgf gvggl gvggra gvggvrf hfhpxonyym
        iblrhe intvan ivetva ivnten jnaxre jrgchffl jrrq juber juvgrl jvfuobar lbhfhpx nany nanyfrk
        nccyrcvr nffjbeq nffshpx nffubyr nffubyrf nffzna obaqntr obare obarf obarurnq obbo obbobb obbof
        obbovr obbovrf obyybpxf oernfg oernfgf ohatubyr ohggbaf ohggre ohggresy ohggresyl ohggubyr
        ohggurnq ohggzna ohttre ohyyfuvg olgrzr onat onatxbx onffzna onfgneq onyyf ornare ovgpu ovgpunff
        ovgpurf ovgrzr ovtfrkl ovtgvgf ovtnff ovtobbof ovtohgg ovtonyyf ovtpbpx ovtqbt ovtqnqql ovtqvpx
        oybjwbo oybjzr pbaqbz pbbgre pbpx pbpxf pernzcvr phag phagf phzfubg phzzvat pyvgbevf qhzonff
        qnamvt qnjt qnzavg qrivy qrivyf qrivyqbt qrrcguebng qvpx qvpxf qvpxurnq qvttyre qvyqb qvyyvtns
        rebgvp rebgvpn rfpbeg rngchffl rngfuvg rngzr serrcbea shpx shpxbss shpxguvf shpxh shpxlbh shpxre
        shpxref shpxrq shpxsnpr shpxure shpxvat shpxvg shpxzr sneg sngnff snpvny snttbg srgvfu svfgvat
        tbgburyy tencrf tnatonat tveyf ubbgre ubbgref ubbxre ubeal ubeaqbt ubearl ubgchffl ubgfrk
        ubylfuvg uhfgyre uneqba uneqpber uneqpbpx unzobar uragnv uryylrnu uvgyre vungrlbh vybirfrk
        wnpxbss wrexbss xvaxl xvpxnff xvyyovyy xvyyre xvyyref xvyyzr ybirfrk yhfg yrfovna yrfovnaf yvpxre
        yvpxzr zhssva zntcvr zrngurnq zvfgerff
        """
}
