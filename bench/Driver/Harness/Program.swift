import Glibc

/// What is started, and how it is asked to leave.
struct Program {
    var label: String
    /// The first is the path.
    var arguments: [String]
    var environment: [String]
    var quitKeys = "q"

    /// The same small environment for everything measured: no settings of whoever runs this.
    static func environment(home: String, store: String? = nil) -> [String] {
        [
            "TERM=xterm-256color", "LANG=C.UTF-8", "PATH=/usr/local/bin:/usr/bin:/bin", "HOME=\(home)",
            "TZ=America/New_York",
        ]
            + (store.map { ["ASSAY_STORE=\($0)"] } ?? [])
    }
}

/// Where a child's standard streams go.
enum Streams {
    /// A terminal that becomes the child's own: the leader of a session takes the first terminal it opens.
    case terminal(path: String)
    /// Output and error to one descriptor, input from nowhere.
    case output(Int32)
}

/// POSIX_SPAWN_SETSID of glibc's spawn.h, which Swift's Glibc does not show.
private let newSession: Int16 = 0x80

/// Starts a program without copying this one: a fork of a large process would be charged to the child's start.
func start(_ program: Program, _ streams: Streams) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    switch streams {
    case .terminal(let path):
        posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
    case .output(let descriptor):
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, descriptor, 1)
        posix_spawn_file_actions_adddup2(&actions, descriptor, 2)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, newSession)
    var pid: pid_t = 0
    let arguments = program.arguments.map { strdup($0) } + [nil]
    let environment = program.environment.map { strdup($0) } + [nil]
    defer { for string in arguments + environment { free(string) } }
    let status = posix_spawn(&pid, program.arguments[0], &actions, &attributes, arguments, environment)
    guard status == 0 else { throw BenchFault("\(program.arguments[0]) does not start: error \(status)") }
    return pid
}

/// Waits for the end of a child: its exit status, or 128 and the signal that ended it.
func outcome(of pid: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
}
