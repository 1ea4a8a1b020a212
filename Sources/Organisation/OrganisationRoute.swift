package import Kernel
package import Site

/// Every address of the organisation, its people and its names, with who may come to it.
package enum OrganisationRoute: String, RouteTable {
    case tree = "GET /organisation"
    case node = "GET /organisation/parts/{node}"
    case newNode = "GET /organisation/parts/{node}/add"
    case addNode = "POST /organisation/parts/{node}/add"
    case editNode = "GET /organisation/parts/{node}/change"
    case changeNode = "POST /organisation/parts/{node}/change"
    case lastDayOfNode = "GET /organisation/parts/{node}/end"
    case endNode = "POST /organisation/parts/{node}/end"
    case newPost = "GET /organisation/parts/{node}/posts/add"
    case addPost = "POST /organisation/parts/{node}/posts/add"
    case post = "GET /organisation/posts/{post}"
    case editPost = "GET /organisation/posts/{post}/change"
    case changePost = "POST /organisation/posts/{post}/change"
    case lastDayOfPost = "GET /organisation/posts/{post}/end"
    case endPost = "POST /organisation/posts/{post}/end"
    case newHolder = "GET /organisation/posts/{post}/holders/add"
    case addHolder = "POST /organisation/posts/{post}/holders/add"
    case editHolder = "GET /organisation/posts/{post}/holders/{person}/{from}"
    case changeHolder = "POST /organisation/posts/{post}/holders/{person}/{from}"
    case newDelegateOfPost = "GET /organisation/posts/{post}/delegates/add"
    case addDelegateOfPost = "POST /organisation/posts/{post}/delegates/add"
    case newDelegateOfPerson = "GET /organisation/people/{person}/delegates/add"
    case addDelegateOfPerson = "POST /organisation/people/{person}/delegates/add"
    case lastDayOfDelegation = "GET /organisation/delegations/{delegation}/end"
    case endDelegation = "POST /organisation/delegations/{delegation}/end"
    case people = "GET /organisation/people"
    case newPerson = "GET /organisation/people/add"
    case addPerson = "POST /organisation/people/add"
    case person = "GET /organisation/people/{person}"
    case editPerson = "GET /organisation/people/{person}/change"
    case changePerson = "POST /organisation/people/{person}/change"
    case file = "GET /organisation/file"
    case checkFile = "POST /organisation/file"
    case storeFile = "POST /organisation/file/store"
    case template = "GET /organisation/file/template"
    case export = "GET /organisation/file/export"
    case names = "GET /organisation/names"
    case nameToMap = "GET /organisation/names/{name}"
    case mapName = "POST /organisation/names/{name}"
    case unmapName = "POST /organisation/names/{name}/unmap"

    package static let readers: Set<Role> = [
        .administrator, .programmeManager, .director, .qualityLead, .analyst, .teamManager,
    ]
    /// Who keeps the organisation, and says whom a printed name means.
    package static let keepers: Set<Role> = [.administrator, .programmeManager]

    package var access: Access {
        switch self {
        case .tree, .node, .post, .people, .person: .roles(OrganisationRoute.readers, in: .anywhere)
        case .names: .roles(OrganisationRoute.keepers, in: .anywhere)
        case .newNode, .addNode, .editNode, .changeNode, .lastDayOfNode, .endNode, .newPost, .addPost,
            .editPost, .changePost, .lastDayOfPost, .endPost, .newHolder, .addHolder, .editHolder,
            .changeHolder, .newDelegateOfPost, .addDelegateOfPost, .newDelegateOfPerson, .addDelegateOfPerson,
            .lastDayOfDelegation, .endDelegation, .newPerson, .addPerson, .editPerson, .changePerson, .file,
            .checkFile, .storeFile,
            .template, .export, .nameToMap, .mapName, .unmapName:
            .roles(OrganisationRoute.keepers, in: .authority)
        }
    }
}
