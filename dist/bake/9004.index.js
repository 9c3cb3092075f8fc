export const id = 9004;
export const ids = [9004];
export const modules = {

/***/ 9004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   withLogins: () => (/* binding */ withLogins)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);




/**
 * Runs `work` in an environment in which docker has the logins that this process would use: those of the job's token or of
 * Podman, that docker does not know of, stand in a configuration of their own, which is gone afterwards.
 */
async function withLogins(references, env, work) {
    const logins = await missingLogins(references, env);
    if (logins.size === 0)
        return work(env);
    const directory = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), 'ingot-docker-'));
    try {
        await writeConfig(directory, env.DOCKER_CONFIG || (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(env.HOME || (0,node_os__WEBPACK_IMPORTED_MODULE_2__.homedir)(), '.docker'), logins);
        return await work({ ...env, DOCKER_CONFIG: directory });
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(directory, { recursive: true, force: true });
    }
}
/** What is known here and not to docker, as docker names it. */
async function missingLogins(references, env) {
    const { readCredentials } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(1627), __webpack_require__.e(2060)]).then(__webpack_require__.bind(__webpack_require__, 2060));
    const { PATH, HOME, DOCKER_CONFIG } = env;
    const missing = new Map();
    for (const reference of references) {
        if (reference.kind === 'layout' || missing.has(keyOf(reference.host)))
            continue;
        const { host, path } = reference;
        // A helper that needs more of the environment than a build is given has nothing to say in the build.
        const own = { PATH, HOME, DOCKER_CONFIG, XDG_CONFIG_HOME: '/nowhere' };
        const known = await readCredentials(host, path, own).catch(() => undefined);
        if (known !== undefined)
            continue;
        const found = await readCredentials(host, path, env);
        if (found === undefined)
            continue;
        if (found.kind === 'identity-token')
            missing.set(keyOf(host), { identitytoken: found.token });
        else if (found.kind === 'registry-token')
            missing.set(keyOf(host), { registrytoken: found.token });
        else
            missing.set(keyOf(host), { auth: Buffer.from(`${found.username}:${found.password}`).toString('base64') });
    }
    return missing;
}
/** As docker looks a login up: Docker Hub's has a name of its own. */
function keyOf(host) {
    return host === 'docker.io' ? 'https://index.docker.io/v1/' : host;
}
/** Docker's own configuration with the logins added; plugins, contexts and builders are linked. */
async function writeConfig(directory, own, logins) {
    const entries = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(own) ? await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(own) : [];
    for (const entry of entries.filter((name) => name !== 'config.json')) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.symlink)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(own, entry), (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, entry));
    }
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(own, 'config.json');
    const config = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file) ? JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(file, 'utf8')) : {};
    const keys = [...logins.keys()];
    const merged = {
        ...config,
        auths: { ...config.auths, ...Object.fromEntries(logins) },
        // An empty name keeps a credential store for all hosts from being asked in place of this file.
        credHelpers: {
            ...config.credHelpers,
            ...Object.fromEntries(keys.map((key) => [key, ''])),
        },
    };
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, 'config.json'), JSON.stringify(merged), { mode: 0o600 });
}


/***/ })

};
