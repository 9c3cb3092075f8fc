export const id = 681;
export const ids = [681,688,501];
export const modules = {

/***/ 3688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ledgerAtHand: () => (/* binding */ ledgerAtHand)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);


/**
 * The ledger when none is named: in a job on GitHub the repository that it runs for, else the git repository around
 * `directory`. Never a new one: what is not recorded where it is looked for is lost.
 *
 * @param env `GITHUB_ACTIONS`, `GITHUB_SERVER_URL` and `GITHUB_REPOSITORY` are read
 * @throws IngotError `not-found`
 */
async function ledgerAtHand(env, directory = process.cwd()) {
    const { GITHUB_ACTIONS, GITHUB_SERVER_URL, GITHUB_REPOSITORY } = env;
    if (GITHUB_ACTIONS === 'true' && GITHUB_SERVER_URL && GITHUB_REPOSITORY) {
        return `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}`;
    }
    const { gitDirectory } = await __webpack_require__.e(/* import() */ 902).then(__webpack_require__.bind(__webpack_require__, 8902));
    for (let at = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(directory);; at = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(at)) {
        if ((await gitDirectory(at)) !== undefined)
            return at;
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(at) === at)
            break;
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .IngotError */ .se('not-found', `No ledger is named, and ${directory} is not in a git repository`, {
        advice: 'Name one: --ledger URL, or ledger: in ingot.yml. A new one is made with: git init --bare DIR',
    });
}


/***/ }),

/***/ 4681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openLedger: () => (/* reexport */ openLedger)
});

// UNUSED EXPORTS: createLedger, emptyEnvironment, ledgerAtHand, ledgerBranch, releasePath

// EXTERNAL MODULE: ./lib/ledger/at-hand.js
var at_hand = __webpack_require__(3688);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/ledger/compare-and-swap.js


const maximumAttempts = 20;
const maximumPauseMilliseconds = 1500;
/**
 * Reads, decides and writes until the write met the head that was read. Every attempt starts from what is there now;
 * pauses grow and are random, so that writers which met once do not meet again.
 *
 * @param attempt true when it is written (or nothing was to be written), false on a conflict
 * @throws IngotError `ledger-conflict` after 20 attempts, `cancelled`
 */
async function swap(location, signal, attempt) {
    for (let attempts = 1; attempts <= maximumAttempts; attempts++) {
        if (await attempt())
            return;
        await (0,external_node_timers_promises_.setTimeout)(Math.random() * Math.min(maximumPauseMilliseconds, 20 * 2 ** attempts), undefined, { signal });
    }
    throw new errors/* IngotError */.se('ledger-conflict', `Cannot write to the ledger ${location}: others were faster, ${maximumAttempts} times`, { advice: 'Nothing was written. Run it again; if this goes on, too many jobs write to one ledger' });
}

;// CONCATENATED MODULE: ./lib/ledger/documents.js

/** A document larger than this is neither read nor written: a ledger holds records, not data. */
const maximumDocumentBytes = 8 * 1024 * 1024; // 8 MiB
/** Indented, so that `git diff` of a ledger reads well, with the newline that ends a text file. */
function formatDocument(value) {
    return `${JSON.stringify(value, undefined, 2)}\n`;
}
/** @throws IngotError `ledger-unreadable`, naming the ledger, the file and the first field that is wrong */
function parseDocument(schema, bytes, path, location) {
    let value;
    try {
        if (bytes.length > maximumDocumentBytes)
            throw unreadable(path, location, 'it is larger than 8 MiB');
        value = JSON.parse(bytes.toString('utf8'));
    }
    catch (error) {
        if (error instanceof errors/* IngotError */.se)
            throw error;
        throw unreadable(path, location, 'it is not JSON');
    }
    const parsed = schema.safeParse(value);
    if (parsed.success)
        return parsed.data;
    const issue = parsed.error.issues[0];
    throw unreadable(path, location, `${issue?.path.join('.') || 'the document'}: ${issue?.message}`);
}
function unreadable(path, location, why) {
    return new errors/* IngotError */.se('ledger-unreadable', `Cannot read ${path} in the ledger ${location}: ${why}`, {
        advice: `The ledger is left as it is. See what changed with: git log -p ingot-ledger -- ${path}`,
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/ledger/messages.js

/**
 * A commit message: one line for people, then trailers for scripts (`git log --format='%(trailers:key=Ingot-Digest)'`).
 *
 * `Ingot-Write` is unique: without it two writers that make the same change in the same second would make the very same
 * commit, and both would believe that it was theirs.
 *
 * @see https://git-scm.com/docs/git-interpret-trailers/2.39.0
 */
function formatMessage(subject, trailers) {
    const lines = Object.entries({ ...trailers, 'Ingot-Write': (0,external_node_crypto_.randomBytes)(8).toString('hex') })
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => `${key}: ${oneLine(String(value))}`);
    return `${oneLine(subject)}\n\n${lines.join('\n')}\n`;
}
function environmentMessage(state, subject) {
    return formatMessage(subject, {
        'Ingot-Environment': state.environment,
        'Ingot-App': state.app,
        'Ingot-Generation': String(state.generation),
        'Ingot-Digest': (state.rollout?.candidate ?? state.stable)?.digest,
    });
}
function releaseMessage(release) {
    return formatMessage(`${release.app}: release ${release.version}`, {
        'Ingot-App': release.app,
        'Ingot-Digest': release.digest,
    });
}
function oneLine(text) {
    return text.replace(/\s+/g, ' ').trim();
}

// EXTERNAL MODULE: ./lib/ledger/paths.js
var paths = __webpack_require__(1193);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(6723);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
// EXTERNAL MODULE: ./lib/oci/digest.js
var digest = __webpack_require__(9501);
;// CONCATENATED MODULE: ./lib/ledger/schema.js



// Objects are loose: a field that a later version adds survives when this one rewrites the file.
const schema_digest = schemas/* custom */.IeY((value) => typeof value === 'string' && (0,digest/* isDigest */.Bc)(value), 'is not a sha256 digest');
const timestamp = iso/* datetime */.w$('is not an RFC 3339 time in UTC');
const count = schemas/* number */.aig().int().nonnegative();
const generation = count;
const schema_name = schemas/* string */.YjP().regex(paths/* namePattern */._u, 'is not a name');
const schemaVersion = schemas/* literal */.euz(1, 'is not 1: a newer Ingot may have written this ledger');
const deployed = { digest: schema_digest, image: schemas/* string */.YjP(), version: schemas/* string */.YjP() };
const recording = schemas/* looseObject */._H3({
    alpha: schemas/* number */.aig(),
    metrics: schemas/* array */.YOg(schemas/* looseObject */._H3({ name: schemas/* string */.YjP(), kind: schemas/* enum */.k5n(['ratio', 'histogram']), 'max-ratio': schemas/* number */.aig() })),
    ticks: schemas/* array */.YOg(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J())),
});
const rollout = schemas/* looseObject */._H3({
    generation,
    kind: schemas/* enum */.k5n(['promotion', 'rollback']),
    candidate: schemas/* looseObject */._H3(deployed),
    previous: schemas/* looseObject */._H3(deployed).nullable(),
    startedAt: timestamp,
    phase: schemas/* enum */.k5n(['advancing', 'promoting', 'aborting']),
    step: schemas/* number */.aig().int().min(-1),
    weight: schemas/* number */.aig().min(0).max(100),
    since: timestamp,
    why: schemas/* string */.YjP().nullable(),
    judge: schemas/* unknown */.L5J(),
    counters: schemas/* unknown */.L5J(),
    recording,
});
const historyEntry = schemas/* looseObject */._H3({
    ...deployed,
    at: timestamp,
    generation,
    event: schemas/* enum */.k5n(['promoted', 'aborted', 'rolled-back']),
    from: schema_digest.nullable(),
    why: schemas/* string */.YjP(),
    seconds: schemas/* number */.aig().nonnegative(),
});
const markerSchema = schemas/* looseObject */._H3({ schemaVersion, kind: schemas/* literal */.euz('ingot-ledger') });
const recordingSchema = recording;
const environmentSchema = schemas/* looseObject */._H3({
    schemaVersion,
    environment: schema_name,
    app: schema_name,
    generation,
    stable: schemas/* looseObject */._H3({ ...deployed, since: timestamp }).nullable(),
    rollout: rollout.nullable(),
    history: schemas/* array */.YOg(historyEntry),
    quarantine: schemas/* array */.YOg(schemas/* looseObject */._H3({ digest: schema_digest, version: schemas/* string */.YjP(), at: timestamp, why: schemas/* string */.YjP() })),
});
const releaseSchema = schemas/* looseObject */._H3({
    schemaVersion,
    app: schema_name,
    digest: schema_digest,
    image: schemas/* string */.YjP(),
    version: schemas/* string */.YjP(),
    tags: schemas/* array */.YOg(schemas/* string */.YjP()),
    platforms: schemas/* array */.YOg(schemas/* string */.YjP()),
    base: schemas/* looseObject */._H3({ name: schemas/* string */.YjP(), digest: schema_digest }).nullable(),
    source: schemas/* looseObject */._H3({ repository: schemas/* string */.YjP().exactOptional(), revision: schemas/* string */.YjP().exactOptional() }),
    reason: schemas/* enum */.k5n(['push', 'base', 'cve', 'age', 'manual']),
    publishedAt: timestamp,
    evidence: schemas/* array */.YOg(schemas/* looseObject */._H3({ predicateType: schemas/* string */.YjP(), digest: schema_digest })),
    signer: schemas/* string */.YjP().nullable(),
    findings: schemas/* looseObject */._H3({ critical: count, high: count, medium: count, low: count }).nullable(),
});

;// CONCATENATED MODULE: ./lib/ledger/state.js
function emptyEnvironment(environment, app) {
    return {
        schemaVersion: 1,
        environment,
        app,
        generation: 0,
        stable: null,
        rollout: null,
        history: [],
        quarantine: [],
    };
}

;// CONCATENATED MODULE: ./lib/ledger/git-ledger.js








/** The ledger's meaning over any transport: which file holds what, and what may be written. */
class GitLedger {
    #transport;
    #signal;
    constructor(transport, signal) {
        this.#transport = transport;
        this.#signal = signal;
    }
    get location() {
        return this.#transport.location;
    }
    async readRelease(app, digest) {
        return this.#readOne(await this.#snapshot(), (0,paths/* releasePath */.bD)(app, digest), this.#release);
    }
    async listReleases(app) {
        const releases = await this.#readAll(app === undefined ? 'releases/' : `releases/${app}/`, this.#release);
        return releases.sort((a, b) => Date.parse(a.publishedAt) - Date.parse(b.publishedAt) || compare(a.digest, b.digest));
    }
    async writeRelease(release) {
        const path = (0,paths/* releasePath */.bD)(release.app, release.digest);
        const bytes = formatDocument(release);
        this.#release(Buffer.from(bytes), path);
        await swap(this.location, this.#signal, async () => {
            const snapshot = await this.#snapshot();
            const written = await this.#readOne(snapshot, path, this.#release);
            if (written === undefined)
                return this.#commit(snapshot, new Map([[path, bytes]]), releaseMessage(release));
            // When it was published is not part of what it is: the first time stands.
            if ((0,external_node_util_.isDeepStrictEqual)({ ...written, publishedAt: '' }, { ...plain(release), publishedAt: '' }))
                return true;
            throw new errors/* IngotError */.se('ledger-conflict', `${path} is already in the ledger ${this.location} and says otherwise`, {
                advice: 'A release is never changed. Build and publish a new digest instead',
            });
        });
    }
    async readEnvironment(environment, app) {
        return this.#environmentAt(await this.#snapshot(), environment, app);
    }
    async listEnvironments() {
        return this.#readAll('environments/', this.#environment);
    }
    async updateEnvironment(environment, app, decide) {
        const path = (0,paths/* environmentPath */.FQ)(environment, app);
        let standing = emptyEnvironment(environment, app);
        await swap(this.location, this.#signal, async () => {
            const snapshot = await this.#snapshot();
            standing = await this.#environmentAt(snapshot, environment, app);
            const change = decide(standing);
            if (change === undefined)
                return true;
            const files = this.#filesOf(path, standing, change);
            const written = await this.#commit(snapshot, files, environmentMessage(change.state, change.message));
            if (written)
                standing = plain(change.state);
            return written;
        });
        return standing;
    }
    async readRecording(environment, app, generation) {
        return this.#readOne(await this.#snapshot(), (0,paths/* recordingPath */.BP)(environment, app, generation), this.#recording);
    }
    /** The files of a change, checked as they will be read: a ledger that we wrote is always one that we can read. */
    #filesOf(path, before, change) {
        const { state, recording } = change;
        if (state.generation < before.generation) {
            const lowered = `from ${before.generation} to ${state.generation}`;
            throw new errors/* IngotError */.se('internal', `Refused to lower the generation of ${before.environment} ${lowered}`);
        }
        const files = new Map([[path, formatDocument(state)]]);
        this.#environment(Buffer.from(formatDocument(state)), path);
        if (recording !== undefined) {
            const place = (0,paths/* recordingPath */.BP)(before.environment, before.app, recording.generation);
            this.#recording(Buffer.from(formatDocument(recording.recording)), place);
            files.set(place, formatDocument(recording.recording));
        }
        return files;
    }
    async #commit(snapshot, files, message) {
        for (const [path, text] of files) {
            if (Buffer.byteLength(text) > maximumDocumentBytes) {
                throw new errors/* IngotError */.se('size-exceeded', `Cannot write ${path} to the ledger ${this.location}: larger than 8 MiB`);
            }
        }
        if (snapshot.head === null)
            files.set(paths/* markerPath */.Ar, formatDocument({ schemaVersion: 1, kind: 'ingot-ledger' }));
        return this.#transport.commit({ parent: snapshot.head, files, message });
    }
    /** The branch as it stands, once its marker has said that it is ours. */
    async #snapshot() {
        this.#signal?.throwIfAborted();
        const snapshot = await this.#transport.read();
        if (snapshot.head === null)
            return snapshot;
        const marked = await this.#readOne(snapshot, paths/* markerPath */.Ar, (bytes, path) => parseDocument(markerSchema, bytes, path, this.location));
        if (marked !== undefined)
            return snapshot;
        throw new errors/* IngotError */.se('ledger-unreadable', `The branch ${paths/* branch */.tk} of ${this.location} is a ledger that is not ours`, {
            advice: `It has no ${paths/* markerPath */.Ar}. Rename that branch, or keep the ledger in another repository (--ledger URL)`,
        });
    }
    async #environmentAt(snapshot, environment, app) {
        const state = await this.#readOne(snapshot, (0,paths/* environmentPath */.FQ)(environment, app), this.#environment);
        return state ?? emptyEnvironment(environment, app);
    }
    async #readOne(snapshot, path, parse) {
        const id = snapshot.files.get(path);
        if (id === undefined)
            return undefined;
        const contents = await this.#transport.readContents([id]);
        return parse(contentOf(contents, id), path);
    }
    async #readAll(prefix, parse) {
        const { files } = await this.#snapshot();
        const wanted = [...files].filter(([path]) => path.startsWith(prefix) && path.endsWith('.json'));
        const contents = await this.#transport.readContents(wanted.map(([, id]) => id));
        return wanted.map(([path, id]) => parse(contentOf(contents, id), path));
    }
    #release = (bytes, path) => {
        const release = parseDocument(releaseSchema, bytes, path, this.location);
        return this.#inPlace(release, path, (0,paths/* releasePath */.bD)(release.app, release.digest));
    };
    #environment = (bytes, path) => {
        const state = parseDocument(environmentSchema, bytes, path, this.location);
        return this.#inPlace(state, path, (0,paths/* environmentPath */.FQ)(state.environment, state.app));
    };
    #recording = (bytes, path) => parseDocument(recordingSchema, bytes, path, this.location);
    #inPlace(value, path, expected) {
        if (path === expected)
            return value;
        throw unreadable(path, this.location, `its content belongs to ${expected}`);
    }
}
function contentOf(contents, id) {
    const bytes = contents.get(id);
    if (bytes === undefined)
        throw new errors/* IngotError */.se('ledger-unreadable', `The ledger misses its object ${id}`);
    return bytes;
}
/** As it reads back from JSON: without absent fields. */
function plain(value) {
    return JSON.parse(JSON.stringify(value));
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/ledger/location.js



/**
 * A path, `file://…`, `https://…`, `ssh://…`, `host:path` in scp's way, or `http://…`.
 *
 * @throws IngotError `invalid-input`
 */
function parseLocation(text) {
    if (text === '' || text.startsWith('-') || text.includes('\0'))
        throw malformed(text);
    const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):\/\//.exec(text)?.[1]?.toLowerCase();
    if (scheme === 'file')
        return { kind: 'path', path: pathOf(text) };
    if (scheme !== undefined)
        return parseRemote(text, scheme);
    // `host:path`, but neither `C:\path` nor `./odd:name`; and never git's `helper::address`, which runs a program.
    if (/^[^/\\:]{2,}:(?!:)/.test(text))
        return { kind: 'remote', url: text };
    if (/^[^/\\]*::/.test(text))
        throw malformed(text);
    return { kind: 'path', path: (0,external_node_path_.resolve)(text) };
}
function parseRemote(text, scheme) {
    if (!['https', 'http', 'ssh'].includes(scheme) || !URL.canParse(text))
        throw malformed(text);
    const url = new URL(text);
    if (url.hostname === '' || url.hostname.startsWith('-'))
        throw malformed(text);
    // A user name alone is needed for ssh (`ssh://git@host/…`), and no secret there.
    const { username, password } = url;
    if (scheme !== 'ssh')
        url.username = '';
    url.password = '';
    url.search = '';
    url.hash = '';
    const isSecret = scheme !== 'ssh' && (username !== '' || password !== '');
    const credentials = { user: decodeURIComponent(username), password: decodeURIComponent(password) };
    return { kind: 'remote', url: url.href, ...(isSecret && { credentials }) };
}
function pathOf(text) {
    try {
        return (0,external_node_url_.fileURLToPath)(text);
    }
    catch (error) {
        throw malformed(text, error);
    }
}
function malformed(text, cause) {
    const shown = JSON.stringify(text.replace(/\/\/[^/@]*@/, '//***@').replace(/[?#].*$/, ''));
    return new errors/* IngotError */.se('invalid-input', `${shown} does not name a ledger`, {
        advice: 'Write a path to a git repository, https://host/repository, ssh://host/repository or host:repository',
        cause,
    });
}

;// CONCATENATED MODULE: ./lib/ledger/open.js





const defaultAuthor = { name: 'ingot', email: 'ingot@localhost' };
/**
 * Opens the ledger kept in a git repository: a path or `file://` URL is worked on in place, without a git binary; any
 * other URL goes through `git`. A repository without the branch is an empty ledger; the first write makes the branch.
 * Nothing is written by opening.
 *
 * @throws IngotError `not-found` (nothing at that path), `ledger-unreadable` (no git repository), `invalid-input`
 */
async function openLedger(url, options = {}) {
    return new GitLedger(await openTransport(url, options), options.signal);
}
async function openTransport(text, options) {
    const { signal, author = defaultAuthor, env = process.env } = options;
    const location = parseLocation(text);
    const remote = async (url, needs) => {
        const { openRemote } = await __webpack_require__.e(/* import() */ 520).then(__webpack_require__.bind(__webpack_require__, 9520));
        const credentials = location.kind === 'remote' ? location.credentials : undefined;
        return openRemote({ url, author, env, signal, credentials, token: options.token, needs });
    };
    if (location.kind === 'remote')
        return remote(location.url);
    const { findRepository, needsGit } = await __webpack_require__.e(/* import() */ 902).then(__webpack_require__.bind(__webpack_require__, 8902));
    const gitdir = await findRepository(location.path);
    const needs = await needsGit(gitdir);
    if (needs !== undefined)
        return remote((0,external_node_url_.pathToFileURL)(gitdir).href, needs);
    const { EmbeddedTransport } = await Promise.all(/* import() */[__webpack_require__.e(667), __webpack_require__.e(171)]).then(__webpack_require__.bind(__webpack_require__, 7171));
    return new EmbeddedTransport(gitdir, author, signal);
}
/**
 * Makes an empty bare repository for a ledger, without a git binary. A repository that is there already stays as it is.
 *
 * @throws IngotError `invalid-input` when the directory holds something else
 */
async function createLedger(directory) {
    const { gitDirectory } = await __webpack_require__.e(/* import() */ 902).then(__webpack_require__.bind(__webpack_require__, 8902));
    if ((await gitDirectory(directory)) !== undefined)
        return;
    await mkdir(directory, { recursive: true });
    if ((await readdir(directory)).length > 0) {
        throw new IngotError('invalid-input', `Cannot make a ledger in ${directory}: the directory is not empty`, {
            advice: 'Name a new or an empty directory',
        });
    }
    const [{ default: git }, fs] = await Promise.all([__webpack_require__.e(/* import() */ 667).then(__webpack_require__.t.bind(__webpack_require__, 3667, 19)), Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 3024, 19))]);
    await git.init({ fs, dir: directory, bare: true, defaultBranch: 'main' });
}

;// CONCATENATED MODULE: ./lib/ledger/index.js






/***/ }),

/***/ 1193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ar: () => (/* binding */ markerPath),
/* harmony export */   BP: () => (/* binding */ recordingPath),
/* harmony export */   FQ: () => (/* binding */ environmentPath),
/* harmony export */   Mi: () => (/* binding */ branchRef),
/* harmony export */   _u: () => (/* binding */ namePattern),
/* harmony export */   bD: () => (/* binding */ releasePath),
/* harmony export */   tk: () => (/* binding */ branch)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _oci_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9501);


/** The branch, and the file whose presence says that the branch is ours. */
const branch = 'ingot-ledger';
const branchRef = `refs/heads/${branch}`;
const markerPath = 'ledger.json';
/** Names become file names on every system that clones the ledger. */
const namePattern = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?$/;
/** Where a release is kept, which is also how the action `publish` names it: `releases/<app>/<hex>.json`. */
function releasePath(app, digest) {
    return `releases/${checkedName('app', app)}/${(0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .hexOf */ .ZD)(digest)}.json`;
}
function environmentPath(environment, app) {
    return `environments/${checkedName('environment', environment)}/${checkedName('app', app)}.json`;
}
function recordingPath(environment, app, generation) {
    return `rollouts/${checkedName('environment', environment)}/${checkedName('app', app)}/${generation}.json`;
}
function checkedName(what, name) {
    if (namePattern.test(name))
        return name;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-input', `${JSON.stringify(name)} cannot be the name of an ${what} in the ledger`, {
        advice: 'Use up to 100 letters, digits, dots, dashes and underscores, beginning with a letter or digit and not ending with a dot',
    });
}


/***/ }),

/***/ 9501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   ZD: () => (/* binding */ hexOf),
/* harmony export */   m: () => (/* binding */ parseDigest),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   shortDigest: () => (/* binding */ shortDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);


const pattern = /^sha256:[a-f0-9]{64}$/;
function isDigest(text) {
    return pattern.test(text);
}
/**
 * @throws IngotError `invalid-reference` when `text` is not a sha256 digest
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#digests
 */
function parseDigest(text) {
    if (isDigest(text))
        return text;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .IngotError */ .se('invalid-reference', `${JSON.stringify(text)} is not a digest`, {
        advice: 'A digest is written sha256: followed by 64 lower-case hex digits',
    });
}
function digestOf(bytes) {
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex')}`;
}
/** The 64 hex digits alone: names files in a layout and in the ledger. */
function hexOf(digest) {
    return digest.slice('sha256:'.length);
}
/** Twelve hex digits, for people. */
function shortDigest(digest) {
    return hexOf(digest).slice(0, 12);
}


/***/ }),

/***/ 4377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p6: () => (/* binding */ date),
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6723);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDate */ .db(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODate */ .Brp, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
