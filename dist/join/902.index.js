export const id = 902;
export const ids = [902];
export const modules = {

/***/ 8902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findRepository: () => (/* binding */ findRepository),
/* harmony export */   gitDirectory: () => (/* binding */ gitDirectory),
/* harmony export */   needsGit: () => (/* binding */ needsGit)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);



/** isomorphic-git reads a whole pack into memory: repositories with larger ones are left to the git binary. */
const maximumPackBytes = 256 * 1024 * 1024; // 256 MiB
/** Extensions that change nothing about how this room reads and writes, with the values that are so. */
const harmlessExtensions = {
    noop: 'any',
    objectformat: ['sha1'],
    preciousobjects: 'any',
    refstorage: ['files'],
    worktreeconfig: 'any',
};
/**
 * The directory with objects and refs of the repository at `path`: a bare one, a working copy or a linked worktree.
 *
 * @throws IngotError `not-found` when nothing is there, `ledger-unreadable` when it is no git repository
 */
async function findRepository(path) {
    const found = await gitDirectory(path);
    if (found !== undefined)
        return found;
    if ((await kindOf(path)) === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .IngotError */ .se('not-found', `Cannot open the ledger ${path}: there is nothing at this path`, { advice: hint });
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .IngotError */ .se('ledger-unreadable', `Cannot open the ledger ${path}: it is not a git repository`, {
        advice: hint,
    });
}
const hint = 'Name a git repository (a bare one, a working copy, or a URL). A new one is made with: git init --bare DIR';
/** As `findRepository`, undefined when `path` is no repository. */
async function gitDirectory(path) {
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, '.git');
    const kind = await kindOf(inside);
    if (kind === 'file')
        return linkedDirectory(path, inside);
    const candidate = kind === 'directory' ? inside : path;
    const parts = await Promise.all([kindOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(candidate, 'HEAD')), kindOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(candidate, 'objects'))]);
    return parts[0] === 'file' && parts[1] === 'directory' ? candidate : undefined;
}
/** @see https://git-scm.com/docs/gitrepository-layout/2.39.0 (`gitdir: ` files and `commondir`) */
async function linkedDirectory(path, file) {
    const target = /^gitdir: (.+)$/m.exec(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8'))?.[1]?.trim();
    if (target === undefined)
        return undefined;
    const own = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path, target);
    const common = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(own, 'commondir'), 'utf8').catch(() => '.');
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(own, common.trim());
    return (await kindOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'objects'))) === 'directory' ? directory : undefined;
}
/** Undefined when the git binary is not needed. */
async function needsGit(gitdir) {
    const extensions = readExtensions(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(gitdir, 'config'), 'utf8').catch(() => ''));
    const why = unknownExtension(extensions) ?? (await unusualObjects(gitdir));
    return why === undefined ? undefined : { why, objectFormat: extensions.get('objectformat') ?? 'sha1' };
}
function unknownExtension(extensions) {
    for (const [name, value] of extensions) {
        const harmless = Object.hasOwn(harmlessExtensions, name) ? harmlessExtensions[name] : undefined;
        if (harmless !== 'any' && !harmless?.includes(value))
            return `its format has ${name}=${value}`;
    }
    return undefined;
}
async function unusualObjects(gitdir) {
    if (await kindOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(gitdir, 'objects/info/alternates')))
        return 'it borrows objects from another repository';
    const packs = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(gitdir, 'objects/pack');
    const names = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(packs).catch(() => [])).filter((name) => name.endsWith('.pack'));
    const sizes = await Promise.all(names.map(async (name) => (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(packs, name)).catch(() => null))?.size ?? 0));
    return Math.max(0, ...sizes) > maximumPackBytes ? 'it has packs larger than 256 MiB' : undefined;
}
/** Name → value of the entries under `[extensions]`, in lower case. */
function readExtensions(config) {
    const section = /^\s*\[extensions\]([^[]*)/im.exec(config)?.[1] ?? '';
    const entries = section.matchAll(/^\s*([A-Za-z][\w-]*)\s*(?:=\s*(.*?))?\s*$/gm);
    return new Map([...entries].map(([, name = '', value = 'true']) => [name.toLowerCase(), value.toLowerCase()]));
}
async function kindOf(path) {
    try {
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path)).isDirectory() ? 'directory' : 'file';
    }
    catch {
        return undefined;
    }
}


/***/ })

};
