export const id = 171;
export const ids = [171];
export const modules = {

/***/ 7171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  EmbeddedTransport: () => (/* binding */ EmbeddedTransport)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/ledger/paths.js
var paths = __webpack_require__(1193);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./node_modules/isomorphic-git/index.cjs
var isomorphic_git = __webpack_require__(3667);
;// CONCATENATED MODULE: ./lib/ledger/embedded/objects.js






/** A ledger nests three deep; anything much deeper is not one. */
const maximumDepth = 8;
const maximumFiles = 1_000_000;
const readAttempts = 5;
const readPauseMilliseconds = 20;
/**
 * isomorphic-git writes an object straight to its final name and never repairs one that is there. A process that dies
 * meanwhile would leave half an object behind for good, so files are written beside and renamed. git's own name for
 * such a file is used, so that `git gc` sweeps what a crash leaves.
 */
const fs = { promises: { ...external_node_fs_.promises, writeFile: writeAtomically, readdir: listFinished } };
/** A repack writes its pack as `.tmp-…` and renames it; half of the pair may be gone by the time that it is opened. */
async function listFinished(directory) {
    return (await external_node_fs_.promises.readdir(directory)).filter((name) => !name.startsWith('.tmp-'));
}
async function writeAtomically(file, data) {
    const temporary = (0,external_node_path_.join)((0,external_node_path_.dirname)(file), `tmp_obj_${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`);
    const handle = await createIn((0,external_node_path_.dirname)(file), temporary);
    try {
        await handle.writeFile(data);
        await handle.sync();
    }
    finally {
        await handle.close();
    }
    await external_node_fs_.promises.rename(temporary, file);
}
/** A repack removes folders that it has emptied, also between the making of a folder and that of a file in it. */
async function createIn(directory, file) {
    for (let tries = 1;; tries++) {
        await external_node_fs_.promises.mkdir(directory, { recursive: true });
        try {
            return await external_node_fs_.promises.open(file, 'wx', 0o444);
        }
        catch (error) {
            if (error.code !== 'ENOENT' || tries === 10)
                throw error;
        }
    }
}
/** The objects of one repository on this disk, read and written without a git binary. */
class Objects {
    #gitdir;
    #cache = {};
    constructor(gitdir) {
        this.#gitdir = gitdir;
    }
    /** Path → blob of every ordinary file in a commit. */
    async listFiles(commit) {
        const files = new Map();
        const walk = async (oid, prefix, depth) => {
            for (const entry of await this.#readTree(oid)) {
                if (entry.type === 'tree' && depth < maximumDepth)
                    await walk(entry.oid, `${prefix}${entry.path}/`, depth + 1);
                if (entry.type === 'blob' && entry.mode.startsWith('100'))
                    files.set(prefix + entry.path, entry.oid);
                if (files.size > maximumFiles)
                    throw new errors/* IngotError */.se('ledger-unreadable', `${this.#gitdir}: too many files`);
            }
        };
        await walk(commit, '', 1);
        return files;
    }
    async readBlob(oid) {
        const { blob } = await this.#read(oid, () => isomorphic_git.readBlob({ ...this.#repository(), oid }));
        return Buffer.from(blob);
    }
    /** A commit of the parent's tree with `files` written over it. Unreachable until a ref names it. */
    async writeCommit(parent, files, message, author) {
        const tree = await this.#writeTree(parent ?? undefined, files);
        const stamp = { ...author, timestamp: Math.floor(Date.now() / 1000), timezoneOffset: 0 };
        const commit = { tree, parent: parent === null ? [] : [parent], author: stamp, committer: stamp, message };
        return isomorphic_git.writeCommit({ ...this.#repository(), commit });
    }
    async #writeTree(base, files) {
        const entries = new Map();
        for (const entry of base === undefined ? [] : await this.#readTree(base))
            entries.set(entry.path, entry);
        for (const [name, inside] of byFirstSegment(files)) {
            const own = inside.get('');
            const before = entries.get(name);
            const subtree = before?.type === 'tree' ? before.oid : undefined;
            const oid = own === undefined ? await this.#writeTree(subtree, inside) : await this.#writeBlob(own);
            const kind = own === undefined ? { mode: '040000', type: 'tree' } : ordinaryFile;
            entries.set(name, { ...kind, path: name, oid });
        }
        return isomorphic_git.writeTree({ ...this.#repository(), tree: [...entries.values()] });
    }
    #writeBlob(text) {
        return isomorphic_git.writeBlob({ ...this.#repository(), blob: Buffer.from(text) });
    }
    async #readTree(oid) {
        return (await this.#read(oid, () => isomorphic_git.readTree({ ...this.#repository(), oid }))).tree;
    }
    /** A repack may take packs away between their listing and their reading: what fails is read again, afresh. */
    async #read(oid, read) {
        for (let attempt = 1; attempt < readAttempts; attempt++) {
            try {
                return await read();
            }
            catch {
                this.#cache = {};
                await (0,promises_.setTimeout)(readPauseMilliseconds * (attempt - 1));
            }
        }
        try {
            return await read();
        }
        catch (error) {
            const why = error instanceof Error ? error.message : String(error);
            throw new errors/* IngotError */.se('ledger-unreadable', `Cannot read object ${oid} of ${this.#gitdir}: ${why}`, {
                advice: 'See what is damaged with: git fsck. The ledger is left as it is',
                cause: error,
            });
        }
    }
    #repository() {
        return { fs, gitdir: this.#gitdir, cache: this.#cache };
    }
}
const ordinaryFile = { mode: '100644', type: 'blob' };
/** `a/b` → under `a`, `b`; a file right here is under its name, as ``. */
function byFirstSegment(files) {
    const groups = new Map();
    for (const [path, text] of files) {
        const slash = path.indexOf('/');
        const name = slash < 0 ? path : path.slice(0, slash);
        const group = groups.get(name) ?? new Map();
        groups.set(name, group.set(slash < 0 ? '' : path.slice(slash + 1), text));
    }
    return groups;
}

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./lib/ledger/embedded/lock.js






/** git holds a ref's lock for milliseconds; one that is held longer than this belongs to a hook, or to nobody. */
const patienceMilliseconds = 3000;
/**
 * git's own lock of a loose ref: `<ref>.lock`, made only if it is not there, renamed over the ref to commit. It is made
 * as a hard link to a file that names its owner, so that a lock whose owner died (on this host) is recognised and
 * removed, and nobody else's ever is.
 */
class RefLock {
    #lock;
    #owner;
    #isHeld = true;
    constructor(lock, owner) {
        this.#lock = lock;
        this.#owner = owner;
    }
    /** @throws IngotError `ledger-conflict` when another process holds it for too long */
    static async take(gitdir, ref, content, signal) {
        const path = (0,external_node_path_.join)(gitdir, `${ref}.lock`);
        const owners = (0,external_node_path_.join)(gitdir, 'ingot-locks');
        await (0,external_node_fs_promises_.mkdir)(owners, { recursive: true });
        await (0,external_node_fs_promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        const owner = (0,external_node_path_.join)(owners, ownerName());
        try {
            await writeDurably(owner, content);
            const until = Date.now() + patienceMilliseconds;
            while (!(await claim(owner, path, content))) {
                await removeIfDead(path, owners);
                if (Date.now() > until)
                    throw await held(path);
                await (0,promises_.setTimeout)(5 + Math.random() * 45, undefined, { signal });
            }
            return new RefLock(path, owner);
        }
        catch (error) {
            await (0,external_node_fs_promises_.rm)(owner, { force: true });
            throw error;
        }
    }
    /** The ref becomes what `content` said. */
    async commit(ref) {
        await (0,external_node_fs_promises_.rename)(this.#lock, ref);
        this.#isHeld = false;
        await (0,external_node_fs_promises_.rm)(this.#owner, { force: true });
    }
    /** Does nothing after `commit`: the lock that is there by then is somebody else's. */
    async release() {
        if (!this.#isHeld)
            return;
        this.#isHeld = false;
        await (0,external_node_fs_promises_.rm)(this.#lock, { force: true });
        await (0,external_node_fs_promises_.rm)(this.#owner, { force: true });
    }
}
async function claim(owner, path, content) {
    try {
        await (0,external_node_fs_promises_.link)(owner, path);
        return true;
    }
    catch (error) {
        const { code = '' } = error;
        if (code === 'EEXIST')
            return false;
        if (!withoutLinks.includes(code))
            throw error;
    }
    try {
        await writeDurably(path, content);
        return true;
    }
    catch (error) {
        if (error.code === 'EEXIST')
            return false;
        throw error;
    }
}
/** What file systems without hard links answer. A dead owner is not recognised there; the message says what to do. */
const withoutLinks = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV'];
/**
 * Removes the lock when it is a link to the file of an owner that has died. Renaming that file first means that exactly
 * one process removes it, and it is again a named owner should that one die too.
 */
async function removeIfDead(lock, owners) {
    const { ino } = (await (0,external_node_fs_promises_.stat)(lock).catch(() => undefined)) ?? {};
    if (ino === undefined)
        return;
    for (const name of await (0,external_node_fs_promises_.readdir)(owners)) {
        const file = (0,external_node_path_.join)(owners, name);
        if (isAlive(name) || (await (0,external_node_fs_promises_.stat)(file).catch(() => undefined))?.ino !== ino)
            continue;
        const claimed = (0,external_node_path_.join)(owners, ownerName());
        try {
            await (0,external_node_fs_promises_.rename)(file, claimed);
        }
        catch {
            return; // Another process is faster.
        }
        if ((await (0,external_node_fs_promises_.stat)(lock).catch(() => undefined))?.ino === ino)
            await (0,external_node_fs_promises_.rm)(lock, { force: true });
        await (0,external_node_fs_promises_.rm)(claimed, { force: true });
    }
}
/** `<pid>.<unique>@<host>` */
function ownerName() {
    return `${process.pid}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}@${(0,external_node_path_.basename)((0,external_node_os_.hostname)())}`;
}
function isAlive(owner) {
    const [id, host] = owner.split('@');
    if (host !== (0,external_node_path_.basename)((0,external_node_os_.hostname)()))
        return true;
    try {
        process.kill(Number.parseInt(id ?? '', 10), 0);
        return true;
    }
    catch (error) {
        return error.code !== 'ESRCH';
    }
}
async function held(lock) {
    const { mtimeMs } = (await (0,external_node_fs_promises_.stat)(lock).catch(() => undefined)) ?? { mtimeMs: Date.now() };
    const seconds = Math.round((Date.now() - mtimeMs) / 1000);
    return new errors/* IngotError */.se('ledger-conflict', `Cannot write to the ledger: ${lock} has been held for ${seconds} s`, {
        advice: 'If no git process is at work on this repository, one has died there: remove that file and run it again',
    });
}
async function writeDurably(file, content) {
    const handle = await (0,external_node_fs_promises_.open)(file, 'wx', 0o644);
    try {
        await handle.writeFile(content);
        await handle.sync();
    }
    finally {
        await handle.close();
    }
}

;// CONCATENATED MODULE: ./lib/ledger/embedded/refs.js




/**
 * What a ref points at: the loose file, else the line in packed-refs.
 *
 * @see https://git-scm.com/docs/gitrepository-layout/2.39.0
 */
async function readRef(gitdir, ref) {
    const loose = await readText((0,external_node_path_.join)(gitdir, ref));
    const value = loose === undefined ? await readPacked(gitdir, ref) : loose.trim();
    if (value === null || /^[a-f0-9]{40}$/.test(value))
        return value;
    throw new errors/* IngotError */.se('ledger-unreadable', `Cannot read ${ref} of ${gitdir}: it is not a commit`, {
        advice: 'The ref is damaged, or symbolic. Look at it with: git show-ref; then repair it by hand',
    });
}
async function readPacked(gitdir, ref) {
    const packed = (await readText((0,external_node_path_.join)(gitdir, 'packed-refs'))) ?? '';
    const line = packed.split('\n').find((candidate) => candidate.endsWith(` ${ref}`));
    return line?.slice(0, line.indexOf(' ')) ?? null;
}
/** Moves the ref from `expected` (null: it does not exist) to `next`; false, and nothing done, when it is elsewhere by now. */
async function swapRef(gitdir, ref, expected, next, signal) {
    const lock = await RefLock.take(gitdir, ref, `${next}\n`, signal);
    try {
        const isExpected = (await readRef(gitdir, ref)) === expected;
        if (isExpected)
            await lock.commit((0,external_node_path_.join)(gitdir, ref));
        return isExpected;
    }
    finally {
        await lock.release();
    }
}
/** Whether a working copy has this ref checked out: moving it would make its files look changed. */
async function isCheckedOut(gitdir, ref) {
    const head = await readText((0,external_node_path_.join)(gitdir, 'HEAD'));
    const config = (await readText((0,external_node_path_.join)(gitdir, 'config'))) ?? '';
    return head?.trim() === `ref: ${ref}` && !/^\s*bare\s*=\s*true\s*$/im.test(config);
}
async function readText(file) {
    try {
        return await (0,external_node_fs_promises_.readFile)(file, 'utf8');
    }
    catch (error) {
        const { code } = error;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        throw new errors/* IngotError */.se('ledger-unreadable', `Cannot read ${file}: ${code}`, { cause: error });
    }
}

;// CONCATENATED MODULE: ./lib/ledger/embedded/embedded-transport.js




/** A repository on this disk, without a git binary; `git push` and `git fetch` may work on it at the same time. */
class EmbeddedTransport {
    location;
    #gitdir;
    #author;
    #signal;
    #objects;
    /** @param gitdir the directory with `objects` and `refs` */
    constructor(gitdir, author, signal) {
        this.location = gitdir;
        this.#gitdir = gitdir;
        this.#author = author;
        this.#signal = signal;
        this.#objects = new Objects(gitdir);
    }
    async read() {
        const head = await readRef(this.#gitdir, paths/* branchRef */.Mi);
        return { head, files: head === null ? new Map() : await this.#objects.listFiles(head) };
    }
    async readContents(ids) {
        const contents = new Map();
        for (const id of ids)
            contents.set(id, await this.#objects.readBlob(id));
        return contents;
    }
    async commit({ parent, files, message }) {
        if (await isCheckedOut(this.#gitdir, paths/* branchRef */.Mi)) {
            throw new errors/* IngotError */.se('ledger-conflict', `Cannot write to the ledger ${this.location}: ${paths/* branch */.tk} is checked out`, {
                advice: 'Check out another branch there (git switch main), and run it again',
            });
        }
        try {
            const next = await this.#objects.writeCommit(parent, files, message, this.#author);
            return await swapRef(this.#gitdir, paths/* branchRef */.Mi, parent, next, this.#signal);
        }
        catch (error) {
            throw this.#explained(error);
        }
    }
    /** A full or forbidden disk says only which call failed, not of what. The ref moves last, so the ledger is as it was. */
    #explained(error) {
        const { reason, advice } = (0,errors/* toIngotError */.rI)(error);
        if (error instanceof errors/* IngotError */.se || (reason !== 'unwritable' && reason !== 'unreadable'))
            return error;
        const message = `Cannot write to the ledger ${this.location}: ${(0,errors/* codeOf */.$N)(error)}. It is as it was`;
        return new errors/* IngotError */.se('unwritable', message, { ...(advice !== undefined && { advice }), cause: error });
    }
}


/***/ })

};
