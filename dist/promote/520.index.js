export const id = 520;
export const ids = [520];
export const modules = {

/***/ 9668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* reexport */ run)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
;// CONCATENATED MODULE: ./lib/exec/lines.js

const longestLine = 64 * 1024; // characters; what is longer comes in pieces
/** Hands on each line of a stream as it comes, without its end; the last one also when no line end follows. */
function followLines(stream, onLine) {
    const decoder = new external_node_string_decoder_.StringDecoder('utf8');
    let pending = '';
    const take = (text) => {
        const lines = (pending + text).split('\n');
        pending = lines.pop() ?? '';
        for (const line of lines)
            onLine(line.endsWith('\r') ? line.slice(0, -1) : line);
        for (; pending.length > longestLine; pending = pending.slice(longestLine))
            onLine(pending.slice(0, longestLine));
    };
    stream.on('data', (chunk) => take(decoder.write(chunk)));
    stream.once('end', () => {
        take(decoder.end());
        if (pending !== '')
            onLine(pending);
        pending = '';
    });
}

;// CONCATENATED MODULE: ./lib/exec/output.js
/** Collects a stream up to a bound; `onExceeded` is called once, and nothing more is kept. */
function collect(stream, maximumBytes, onExceeded) {
    const chunks = [];
    let bytes = 0;
    stream.on('data', (chunk) => {
        const fits = bytes + chunk.length <= maximumBytes;
        if (fits)
            chunks.push(chunk);
        else if (bytes <= maximumBytes)
            onExceeded();
        bytes = fits ? bytes + chunk.length : maximumBytes + 1;
    });
    return { text: () => Buffer.concat(chunks).toString('utf8') };
}
/** Keeps the last bytes of a stream. */
function keepEnd(stream, bytes) {
    let kept = Buffer.alloc(0);
    stream.on('data', (chunk) => {
        if (bytes > 0)
            kept = Buffer.concat([kept, chunk]).subarray(-bytes);
    });
    return { text: () => kept.toString('utf8') };
}

;// CONCATENATED MODULE: ./lib/exec/process-group.js
/** A tool that ignores SIGTERM is killed after two seconds: well within the 7.5 s that a cancelled job has. */
const promptly = { to: 'group', graceMilliseconds: 2000 };
/** Ends a child that leads its own process group, and all that it started. */
function endGroup(child, { to, graceMilliseconds } = promptly) {
    if (to === 'tool')
        child.kill('SIGTERM');
    else
        signalGroup(child, 'SIGTERM');
    const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), graceMilliseconds);
    // A tool that is given time to clean up is waited for.
    if (to === 'group')
        timer.unref();
    // The leader may be gone while its children live on: they are swept once it has closed.
    child.once('close', () => {
        clearTimeout(timer);
        signalGroup(child, 'SIGKILL');
    });
}
function signalGroup(child, signal) {
    if (child.pid === undefined)
        return;
    try {
        if (process.platform === 'win32')
            child.kill(signal);
        else
            process.kill(-child.pid, signal);
    }
    catch {
        // Nobody is left in the group.
    }
}

;// CONCATENATED MODULE: ./lib/exec/run.js






/**
 * Runs an installed tool, without a shell. The exit code decides; stderr only explains.
 *
 * @throws IngotError `not-found` (the tool is missing), `tool-failed`, `timed-out`, `size-exceeded` (too much output),
 *   `cancelled`
 */
async function run(tool, args, options) {
    const { signal, timeoutMilliseconds = 120_000, maximumOutputBytes = 16 * 1024 * 1024 /* 16 MiB */ } = options;
    const what = `${tool} ${firstWord(args)}`.trim();
    if (signal?.aborted)
        throw cancelled(what, signal);
    const child = (0,external_node_child_process_.spawn)(tool, args, {
        cwd: options.cwd,
        env: defined(options.env),
        // A group of its own, so that what the tool starts ends with it.
        detached: process.platform !== 'win32',
        stdio: 'pipe',
        windowsHide: true,
    });
    let interruption;
    const interrupt = (error) => {
        interruption ??= error;
        endGroup(child, options.ending);
    };
    const exceeded = () => interrupt(new errors/* IngotError */.se('size-exceeded', `${what} wrote more than ${maximumOutputBytes} bytes and was ended`));
    const { onLine } = options;
    const keep = (stream) => {
        if (onLine === undefined)
            return collect(child[stream], maximumOutputBytes, exceeded);
        followLines(child[stream], (line) => onLine(line, stream));
        return keepEnd(child[stream], stream === 'stdout' ? 0 : 64 * 1024);
    };
    const [stdout, stderr] = [keep('stdout'), keep('stderr')];
    const timer = setTimeout(() => interrupt(new errors/* IngotError */.se('timed-out', `${what} did not finish within ${timeoutMilliseconds / 1000} s`)), timeoutMilliseconds);
    const onAbort = () => interrupt(cancelled(what, signal));
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
        const closed = untilClosed(child, tool, options);
        feed(child, options.input);
        const exitCode = await closed;
        if (interruption !== undefined)
            throw interruption;
        const result = { stdout: stdout.text(), stderr: redacted(stderr.text(), options.redact), exitCode };
        if (!(options.acceptedExitCodes ?? [0]).includes(exitCode))
            throw failed(what, result);
        return result;
    }
    finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
    }
}
/** The exit code; a tool that a signal ended has the shell's 128 + n, here without n. */
function untilClosed(child, tool, options) {
    return new Promise((resolve, reject) => {
        child.once('error', (error) => reject(unstartable(error, tool, options)));
        child.once('close', (code) => resolve(code ?? 128));
    });
}
function unstartable(error, tool, options) {
    // The system says the same of a missing working directory.
    if (error.code === 'ENOENT' && options.cwd !== undefined && !(0,external_node_fs_.existsSync)(options.cwd)) {
        return new errors/* IngotError */.se('not-found', `Cannot run ${tool}: its working directory ${options.cwd} is not there`);
    }
    if (error.code === 'ENOENT') {
        return new errors/* IngotError */.se('not-found', `Cannot run ${tool}: it is not installed, or not on the PATH`, {
            advice: options.install ?? `Install ${tool} and make sure that it is on the PATH`,
            cause: error,
        });
    }
    return new errors/* IngotError */.se('tool-failed', `Cannot run ${tool}: ${error.code ?? error.message}`, { cause: error });
}
function feed(child, input) {
    // A tool may end without reading its input; its exit code says whether that was a failure.
    child.stdin.on('error', () => { });
    child.stdin.end(input);
}
function failed(what, result) {
    const said = result.stderr.trim().split('\n').slice(-5).join('\n').slice(-2000);
    return new errors/* IngotError */.se('tool-failed', `${what} failed with exit code ${result.exitCode}${said && `: ${said}`}`);
}
function cancelled(what, signal) {
    return new errors/* IngotError */.se('cancelled', `${what} was cancelled`, { cause: signal?.reason });
}
function redacted(text, secrets = []) {
    return secrets.filter((secret) => secret !== '').reduce((clean, secret) => clean.replaceAll(secret, '***'), text);
}
/** Arguments may hold anything, so messages name the tool's subcommand only. */
function firstWord(args) {
    return args.find((arg) => /^[a-z][a-z-]*$/.test(arg)) ?? '';
}
function defined(env) {
    return Object.fromEntries(Object.entries(env).filter((entry) => entry[1] !== undefined));
}

;// CONCATENATED MODULE: ./lib/exec/index.js



/***/ }),

/***/ 9520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openRemote: () => (/* binding */ openRemote)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/ledger/paths.js
var paths = __webpack_require__(1193);
;// CONCATENATED MODULE: ./lib/ledger/remote/credentials.js

/**
 * The token for a ledger's URL: the one given; else `GITHUB_TOKEN`, but only for the GitHub server that issued it
 * (`GITHUB_SERVER_URL`), never for another host. Anything else is left to git's own credential helpers.
 *
 * @throws IngotError `invalid-input` when a given token would travel unencrypted
 */
function tokenFor(url, given, env) {
    if (!/^https?:/i.test(url))
        return undefined;
    const { origin, protocol, hostname } = new URL(url);
    if (given !== undefined && given !== '') {
        if (protocol === 'https:' || isLoopback(hostname))
            return given;
        throw new errors/* IngotError */.se('invalid-input', `Refused to send a token to ${origin} without encryption`, {
            advice: 'Write the URL of the ledger with https://',
        });
    }
    const issuer = env.GITHUB_SERVER_URL || 'https://github.com';
    const isIssuer = URL.canParse(issuer) && new URL(issuer).origin === origin;
    return isIssuer && protocol === 'https:' ? env.GITHUB_TOKEN || undefined : undefined;
}
/**
 * A basic authorization header for this one server, appended to the settings that the environment already carries.
 *
 * @see https://git-scm.com/docs/git-config/2.39.0#Documentation/git-config.txt-GITCONFIGCOUNT
 */
function authorize(url, credentials, env) {
    if (credentials === undefined)
        return { env: {}, secrets: [] };
    const { user, password } = credentials;
    const encoded = Buffer.from(`${user}:${password}`).toString('base64');
    const count = Number(env.GIT_CONFIG_COUNT ?? 0) || 0;
    return {
        env: {
            GIT_CONFIG_COUNT: String(count + 1),
            [`GIT_CONFIG_KEY_${count}`]: `http.${new URL(url).origin}/.extraheader`,
            [`GIT_CONFIG_VALUE_${count}`]: `AUTHORIZATION: basic ${encoded}`,
        },
        secrets: [encoded, password, encodeURIComponent(password)],
    };
}
function isLoopback(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname);
}

;// CONCATENATED MODULE: ./lib/ledger/remote/failures.js

/** What git says (with LC_ALL=C) when a command on a remote fails. The exit code decided that it did; this explains. */
const failures = [
    {
        said: /hash algorithm|mismatched algorithms/i,
        reason: 'unsupported',
        advice: 'An empty repository with SHA-256 objects cannot be told apart: push any first branch to it, or use SHA-1',
    },
    {
        said: /terminal prompts disabled|could not read (?:Username|Password)|Authentication failed|Permission denied|publickey|HTTP (?:401|403)|error: 40[13]|access denied|not allowed to push|Permission to .* denied/i,
        reason: 'unauthorized',
        advice: 'The ledger needs a token that may write it: in a workflow, permissions: {contents: write} and GITHUB_TOKEN',
    },
    {
        said: /hook declined|protected branch|denied by|denyCurrentBranch|branch is currently checked out|deny updating|repository rule/i,
        reason: 'unauthorized',
        advice: 'The server refuses this push: exempt the branch ingot-ledger from its rules, or see its hooks',
    },
    {
        said: /repository .*not found|does not appear to be a git repository|not found: did you run|returned error: 404/i,
        reason: 'not-found',
        advice: 'Check the URL of the ledger, and that the token may see that repository',
    },
    {
        said: /Could not resolve host|Connection (?:refused|reset|timed out|closed)|Failed to connect|Operation timed out|unable to access|early EOF|hung up unexpectedly|RPC failed|unexpected disconnect|No route to host|Network is unreachable|HTTP 5\d\d|error: 5\d\d/i,
        reason: 'unreachable',
        advice: 'Check the network and the URL of the ledger, and run it again',
    },
];
/** A failed git command as what it means for the ledger. Errors that are none of git's pass through. */
function explain(error, attempted) {
    if (!(error instanceof errors/* IngotError */.se) || error.reason !== 'tool-failed')
        return error;
    const known = failures.find(({ said }) => said.test(error.message));
    const why = error.message.replace(/\/\/[^/@\s]*@/g, '//***@');
    return new errors/* IngotError */.se(known?.reason ?? 'tool-failed', `${attempted}: ${why}`, {
        ...(known && { advice: known.advice }),
        cause: error.cause,
    });
}
/** Worth trying again as it is: nothing says that the other side has decided anything. */
function isTransient(error) {
    return error instanceof errors/* IngotError */.se && (error.reason === 'unreachable' || error.reason === 'timed-out');
}

;// CONCATENATED MODULE: ./lib/ledger/remote/output.js

/** `git ls-tree -r -z`: ordinary files, path → blob. */
function parseTree(listing) {
    const files = new Map();
    for (const line of listing.split('\0')) {
        const match = /^100\d{3} blob ([a-f0-9]+)\t(.+)$/s.exec(line);
        if (match?.[1] && match[2])
            files.set(match[2], match[1]);
    }
    return files;
}
/**
 * `git cat-file --batch`: `<id> blob <size>\n<content>\n`, repeated.
 *
 * @throws IngotError `ledger-unreadable` when an object is missing, or is not UTF-8 (its size does not match then)
 */
function parseBatch(output, location) {
    const bytes = Buffer.from(output);
    const contents = new Map();
    for (let at = 0; at < bytes.length;) {
        const lineEnd = bytes.indexOf('\n', at);
        const header = bytes.toString('utf8', at, lineEnd);
        const [, id = '', size = ''] = /^([a-f0-9]+) blob (\d+)$/.exec(header) ?? [];
        const start = lineEnd + 1;
        const end = start + Number(size);
        if (lineEnd < 0 || id === '' || bytes[end] !== 0x0a) {
            throw new errors/* IngotError */.se('ledger-unreadable', `Cannot read the ledger ${location}: unexpected ${header.slice(0, 80)}`);
        }
        contents.set(id, bytes.subarray(start, end));
        at = end + 1;
    }
    return contents;
}
/**
 * What `git push --porcelain` says about a ref that was not updated: `!\t<from>:<to>\t[rejected] (stale info)`.
 *
 * @see https://git-scm.com/docs/git-push/2.39.0#_output
 */
function rejectionOf(porcelain) {
    const line = porcelain.split('\n').find((each) => each.startsWith('!'));
    const why = line?.split('\t').slice(2).join(' ') ?? '';
    const lost = /stale info|fetch first|non-fast-forward|cannot lock ref|already exists|incorrect old value/i;
    return { isConflict: lost.test(why), why };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/exec/index.js + 4 modules
var exec = __webpack_require__(9668);
;// CONCATENATED MODULE: ./lib/ledger/remote/workspace.js






/** What git may take from the environment. `GIT_DIR`, `GIT_TRACE` and their like must not reach it. */
const inherited = /^(?:PATH|HOME|USER|LOGNAME|LANG|TMPDIR|TEMP|TMP|SYSTEMROOT|USERPROFILE|APPDATA|LOCALAPPDATA|PROGRAMDATA|XDG_CONFIG_HOME|SSH_.*|GIT_SSH.*|GIT_ASKPASS|GIT_SSL_.*|GIT_CONFIG.*|GIT_EXEC_PATH|(?:https?|all|no)_proxy|SSL_CERT_(?:FILE|DIR))$/i;
/** A private bare repository in the temporary directory, and git at work in it. Gone when the process ends. */
class Workspace {
    #options;
    #directory;
    #format = 'sha1';
    constructor(options) {
        this.#options = options;
    }
    /** The object format of the other side, `sha1` or `sha256`: git moves no objects between the two. */
    useFormat(format) {
        if (format !== this.#format)
            this.#directory = undefined;
        this.#format = format;
    }
    /** One git command; resolves to its stdout. */
    async git(args, more = {}) {
        return (await this.attempt(args, more)).stdout;
    }
    /** One git command whose exit code is part of the answer. */
    async attempt(args, { input, index, acceptedExitCodes, maximumOutputBytes } = {}) {
        this.#directory ??= this.#create();
        const directory = await this.#directory;
        return (0,exec/* run */.e)('git', args, {
            ...this.#common(directory),
            env: {
                ...this.#env(),
                GIT_DIR: directory,
                ...(index !== undefined && { GIT_INDEX_FILE: (0,external_node_path_.join)(directory, index) }),
            },
            ...(input !== undefined && { input }),
            ...(acceptedExitCodes !== undefined && { acceptedExitCodes }),
            ...(maximumOutputBytes !== undefined && { maximumOutputBytes }),
        });
    }
    /** A name for a temporary index of one commit. */
    newIndex() {
        return `index-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
    }
    async #create() {
        const directory = await (0,external_node_fs_promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'ingot-ledger-'));
        removeAtExit(directory);
        await (0,exec/* run */.e)('git', ['init', '--quiet', '--bare', '--template=', `--object-format=${this.#format}`, directory], {
            ...this.#common(directory),
            env: this.#env(),
        });
        return directory;
    }
    #common(directory) {
        const { signal, install, authorization } = this.#options;
        return { cwd: directory, signal, install, redact: authorization.secrets };
    }
    #env() {
        const { env, author, authorization } = this.#options;
        return {
            ...Object.fromEntries(Object.entries(env).filter(([name]) => inherited.test(name))),
            ...authorization.env,
            LC_ALL: 'C',
            GIT_TERMINAL_PROMPT: '0',
            GIT_ALLOW_PROTOCOL: 'https:http:ssh:file',
            GIT_AUTHOR_NAME: author.name,
            GIT_AUTHOR_EMAIL: author.email,
            GIT_COMMITTER_NAME: author.name,
            GIT_COMMITTER_EMAIL: author.email,
        };
    }
}
const toRemove = new Set();
function removeAtExit(directory) {
    if (toRemove.size === 0) {
        process.once('exit', () => {
            for (const each of toRemove)
                (0,external_node_fs_.rmSync)(each, { recursive: true, force: true });
        });
    }
    toRemove.add(directory);
}

;// CONCATENATED MODULE: ./lib/ledger/remote/remote-transport.js







const fetchedRef = 'refs/ingot/fetched';
const maximumTries = 4;
const idsPerBatch = 500;
const maximumBatchBytes = 256 * 1024 * 1024; // 256 MiB
/** @throws IngotError `invalid-input` when a token would travel unencrypted */
function openRemote(options) {
    const { url, env, author, signal, needs } = options;
    const token = options.credentials === undefined ? tokenFor(url, options.token, env) : undefined;
    const credentials = token === undefined ? options.credentials : { user: 'x-access-token', password: token };
    const because = needs === undefined ? `The ledger ${url} is reached through git` : `${url} needs git: ${needs.why}`;
    const install = `${because}. Install git 2.30 or newer`;
    const workspace = new Workspace({ env, author, signal, install, authorization: authorize(url, credentials, env) });
    workspace.useFormat(needs?.objectFormat ?? 'sha1');
    return new RemoteTransport(url, workspace, signal);
}
/** Any repository that git can fetch from and push to. Only the ledger's branch is fetched, and only its tip. */
class RemoteTransport {
    location;
    #workspace;
    #signal;
    #fetched;
    constructor(location, workspace, signal) {
        this.location = location;
        this.#workspace = workspace;
        this.#signal = signal;
    }
    async read() {
        const tip = await this.#tip();
        if (tip === null)
            return { head: null, files: new Map() };
        const head = tip === this.#fetched ? tip : await this.#fetch(1);
        const listing = await this.#workspace.git(['ls-tree', '-r', '-z', '--full-tree', head]);
        return { head, files: parseTree(listing) };
    }
    async readContents(ids) {
        const contents = new Map();
        for (let start = 0; start < ids.length; start += idsPerBatch) {
            const input = `${ids.slice(start, start + idsPerBatch).join('\n')}\n`;
            const options = { input, maximumOutputBytes: maximumBatchBytes };
            const output = await this.#workspace.git(['cat-file', '--batch'], options);
            for (const [id, bytes] of parseBatch(output, this.location))
                contents.set(id, bytes);
        }
        return contents;
    }
    async commit(proposal) {
        const commit = await this.#write(proposal);
        for (let tries = 1;; tries++) {
            try {
                return await this.#push(commit, proposal.parent);
            }
            catch (error) {
                if (!isTransient(error) || tries >= maximumTries)
                    throw error;
                await this.#pause(tries);
                // The answer was lost, perhaps not the push.
                const tip = await this.#tip();
                if (tip !== proposal.parent)
                    return this.#isIn(commit, tip);
            }
        }
    }
    async #write({ parent, files, message }) {
        const git = this.#workspace.git.bind(this.#workspace);
        const index = this.#workspace.newIndex();
        const entries = [];
        for (const [path, text] of files) {
            const id = (await git(['hash-object', '-w', '--stdin'], { input: text })).trim();
            entries.push(`100644 ${id}\t${path}\0`);
        }
        await git(parent === null ? ['read-tree', '--empty'] : ['read-tree', parent], { index });
        await git(['update-index', '-z', '--index-info'], { index, input: entries.join('') });
        const tree = (await git(['write-tree'], { index })).trim();
        const parents = parent === null ? [] : ['-p', parent];
        return (await git(['commit-tree', tree, ...parents], { input: message })).trim();
    }
    async #push(commit, parent) {
        const lease = `--force-with-lease=${paths/* branchRef */.Mi}:${parent ?? ''}`;
        const args = ['push', '--porcelain', '--no-verify', lease, '--', this.location, `${commit}:${paths/* branchRef */.Mi}`];
        const { exitCode, stdout, stderr } = await this.#explained(`Cannot write to the ledger ${this.location}`, () => this.#workspace.attempt(args, { acceptedExitCodes: [0, 1] }));
        if (exitCode === 0) {
            this.#fetched = commit;
            return true;
        }
        const rejection = rejectionOf(stdout);
        if (rejection.isConflict)
            return false;
        // Servers word a lost race in their own ways; that the head has moved says it in all of them.
        if ((await this.#tip()) !== parent)
            return false;
        const why = `${rejection.why}\n${stderr}`.trim();
        throw explain(new errors/* IngotError */.se('tool-failed', why), `Cannot write to the ledger ${this.location}`);
    }
    /** Where the branch is at the remote; null when it is not there. */
    async #tip() {
        const listed = await this.#retried(`Cannot read the ledger ${this.location}`, () => this.#workspace.git(['ls-remote', '--', this.location, paths/* branchRef */.Mi]));
        const line = listed.split('\n').find((each) => each.endsWith(`\t${paths/* branchRef */.Mi}`));
        const tip = line?.split('\t')[0] ?? null;
        if (tip !== null)
            this.#workspace.useFormat(tip.length === 64 ? 'sha256' : 'sha1');
        return tip;
    }
    async #fetch(depth) {
        const refspec = `+${paths/* branchRef */.Mi}:${fetchedRef}`;
        const args = ['fetch', '--quiet', '--no-tags', `--depth=${depth}`, '--', this.location, refspec];
        await this.#retried(`Cannot read the ledger ${this.location}`, () => this.#workspace.git(args));
        this.#fetched = (await this.#workspace.git(['rev-parse', '--verify', fetchedRef])).trim();
        return this.#fetched;
    }
    async #isIn(commit, tip) {
        if (tip === null)
            return false;
        const head = await this.#fetch(100);
        const args = ['merge-base', '--is-ancestor', commit, head];
        return (await this.#workspace.attempt(args, { acceptedExitCodes: [0, 1] })).exitCode === 0;
    }
    async #retried(attempted, act) {
        for (let tries = 1;; tries++) {
            try {
                return await this.#explained(attempted, act);
            }
            catch (error) {
                if (!isTransient(error) || tries >= maximumTries)
                    throw error;
                await this.#pause(tries);
            }
        }
    }
    async #explained(attempted, act) {
        try {
            return await act();
        }
        catch (error) {
            throw explain(error, attempted);
        }
    }
    async #pause(tries) {
        await (0,promises_.setTimeout)((0.5 + Math.random()) * 250 * 2 ** tries, undefined, { signal: this.#signal });
    }
}


/***/ })

};
