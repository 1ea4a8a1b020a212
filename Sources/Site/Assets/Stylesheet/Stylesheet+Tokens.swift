extension Stylesheet {
    /// Every colour that there is, by its role, light and dark; `docs/look.md` gives the contrast of each.
    static let tokens = """
        :root {
          color-scheme: light dark;
          --paper: #ffffff; --panel: #f3f5f6; --ink: #17212b; --ink2: #4a5763; --edge: #73808c; --rule: #d3dade;
          --band: #1d2a34; --on-band: #ffffff; --on-band2: #c5d0d8; --band-focus: #f5a9ea;
          --link: #0a5568; --link-hover: #063c4a; --on-button: #ffffff; --focus: #8c1d7b; --mark: #fff3c4;
          --blue: #1f5fae; --green: #1a7443; --amber: #a85600; --red: #b3202a; --grey: #5f6d79;
          --contradicted: #a63a00;
          --blue-tint: #e4edf8; --green-tint: #e2f1e8; --amber-tint: #fceed9; --red-tint: #fbe6e5;
          --grey-tint: #edf0f2; --contradicted-tint: #fdeadd;
          --improvement: #1767b5; --concern: #c04f06; --expected: #6f7c87; --change: #6a4fa3; --fan: #dbe7f3;
        }
        @media screen and (prefers-color-scheme: dark) {
          :root {
            --paper: #11181e; --panel: #1a242c; --ink: #e8edf1; --ink2: #a9b6c0; --edge: #7b8a96; --rule: #33424d;
            --band: #090e12; --on-band: #ffffff; --on-band2: #b7c3cc;
            --link: #7ecadd; --link-hover: #b4e3ee; --on-button: #0b1c22; --focus: #f5a9ea; --mark: #4a3f12;
            --blue: #82b8f6; --green: #68c58e; --amber: #f0ac4d; --red: #ff938c; --grey: #9ba9b4;
            --contradicted: #ffa05e;
            --blue-tint: #182c45; --green-tint: #14301f; --amber-tint: #38270c; --red-tint: #421d1d;
            --grey-tint: #232e37; --contradicted-tint: #3d2410;
            --improvement: #69b1f2; --concern: #ff9c57; --expected: #96a3ae; --change: #b9a2ee; --fan: #1c3147;
          }
        }
        """
}
