import Kernel

// The episodes of one child beside each other.

enum EpisodesOpen: CINRule {
    static let id = "8815"
    static let title = "A child has more than one open episode whose referral led to something"
    static let advice = "Close all but the latest, or correct the mark of no further action."
    static let place = CINPart.child
    static func run(on census: CINCensus) -> [CINHit] {
        census.children { child in
            census.episodesOfChild[child.row].count > 1 && child.episodes.count(where: \.isOpenAndActedOn) > 1
        }
    }
}

enum OpenEpisodeNotLatest: CINRule {
    static let id = "8816"
    static let title = "An open episode whose referral led to something is not the child’s latest"
    static let advice = "Close it, or correct the dates of the referrals."
    static let place = CINPart.episode
    static func run(on census: CINCensus) -> [CINHit] {
        (0..<census.file.children.count).flatMap { row -> [CINHit] in
            guard census.episodesOfChild[row].count > 1 else { return [] }
            let episodes = CINChild(census: census, row: row).episodes
            let latest = episodes.lazy.compactMap(\.referral).max()
            return episodes.filter { $0.isOpenAndActedOn && isBefore($0.referral, latest) }.map(\.hit)
        }
    }
}

enum EpisodesOverlap: CINRule {
    static let id = "8820"
    static let title = "A child was referred during another of its episodes"
    static let advice = "Correct the dates, or make one episode of the two."
    static let place = CINPart.episode
    /// On the day that one is closed the next may begin. An open one goes on to the reference date, unless its referral
    /// led to nothing.
    static func run(on census: CINCensus) -> [CINHit] {
        (0..<census.file.children.count).flatMap { row -> [CINHit] in
            guard census.episodesOfChild[row].count > 1 else { return [] }
            let episodes = CINChild(census: census, row: row).episodes
            var runs = Runs()
            for episode in episodes {
                let last =
                    episode.closure?.adding(days: -1) ?? (episode.isOpenAndActedOn ? census.lastDay : nil)
                runs.add(episode.referral, through: last, row: episode.row)
            }
            runs.sort()
            return episodes.filter { runs.cover($0.referral, apartFrom: $0.row) }.map(\.hit)
        }
    }
}
