export const id = 5923;
export const ids = [5923];
export const modules = {

/***/ 95923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   defineBuild: () => (/* binding */ defineBuild)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _required_input_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25656);


/** What is given, over what `ingot.yml` says, over what a bake file says; maps are merged key by key, lists replaced. */
async function defineBuild(given, configured, job) {
    const { parsePairs } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6723), __webpack_require__.e(366), __webpack_require__.e(7497), __webpack_require__.e(736)]).then(__webpack_require__.bind(__webpack_require__, 736));
    const { mayWriteCache, normalPlatform, readDockerfile, refuseSecretArguments } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6723), __webpack_require__.e(366), __webpack_require__.e(2228)]).then(__webpack_require__.bind(__webpack_require__, 52228));
    const { formatPlatform, hostPlatform, parsePlatform } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(366)]).then(__webpack_require__.bind(__webpack_require__, 10366));
    const { identityPairs } = await __webpack_require__.e(/* import() */ 9130).then(__webpack_require__.bind(__webpack_require__, 79130));
    const target = await startingPoint(given, configured, job);
    const dockerfile = 'text' in target.dockerfile
        ? { name: 'Dockerfile', text: target.dockerfile.text }
        : await readDockerfile(target.dockerfile.file);
    const buildArguments = {
        ...target.arguments,
        ...configured?.['build-args'],
        ...parsePairs(given['build-arg'], 'build argument'),
    };
    refuseSecretArguments(Object.keys(buildArguments));
    const platforms = listed(given.platforms, configured?.platforms, target.platforms)
        .flatMap((entry) => entry.split(','))
        .map((entry) => entry.trim())
        .filter(Boolean)
        .map((entry) => normalPlatform(formatPlatform(parsePlatform(entry))));
    const cacheTo = listed(given['cache-to'], configured?.['cache-to'], target.cacheTo);
    if (cacheTo.length > 0 && !mayWriteCache(job.env)) {
        job.log('No build cache is written: later builds would trust what a pull request has put there');
    }
    const definition = {
        context: target.context,
        dockerfile,
        target: given.target ?? configured?.target ?? target.target,
        arguments: buildArguments,
        contexts: new Map([...target.contexts, ...(await contextsOf(given, configured))]),
        labels: {
            ...(await identityPairs(given)),
            ...target.labels,
            ...configured?.labels,
            ...parsePairs(given.label, 'label'),
        },
        platforms: [...new Set(platforms.length > 0 ? platforms : [hostPlatform()])],
        secrets: await secretsOf(given, configured, target),
        ssh: listed(given.ssh, configured?.ssh, target.ssh),
        cacheFrom: listed(given['cache-from'], configured?.['cache-from'], target.cacheFrom),
        cacheTo: mayWriteCache(job.env) ? cacheTo : [],
        noCache: given['no-cache'] || (configured?.['no-cache'] ?? false) || target.noCache,
        network: given.network ?? configured?.network ?? target.network,
    };
    await checkCaches(definition, job);
    return definition;
}
/** The bake file's target, or a Dockerfile in a context and nothing else. */
async function startingPoint(given, configured, job) {
    const { basename, dirname, join, resolve } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 76760, 19));
    const buildkit = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6723), __webpack_require__.e(366), __webpack_require__.e(2228)]).then(__webpack_require__.bind(__webpack_require__, 52228));
    const bakeFile = given['bake-file'] ?? configured?.['bake-file'];
    if (bakeFile === undefined) {
        const context = await buildkit.checkContext(given.context ?? configured?.context ?? '.', process.cwd());
        const file = resolve(given.file ?? configured?.file ?? join(context, 'Dockerfile'));
        const none = { arguments: {}, contexts: new Map(), labels: {}, platforms: [], secrets: [], ssh: [] };
        return { ...none, context, dockerfile: { file }, cacheFrom: [], cacheTo: [], noCache: false };
    }
    if (given.file !== undefined || given.context !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-input', 'A bake file is given, and a Dockerfile or context of its own beside it', {
            advice: 'Say in the bake file where they are, or leave bake-file out',
        });
    }
    const env = buildkit.toolEnvironment(job.env);
    await buildkit.checkBuildx(env, job.signal);
    const [directory, name] = [
        dirname(resolve(bakeFile)),
        given['bake-target'] ?? configured?.['bake-target'] ?? 'default',
    ];
    const bake = { file: basename(bakeFile), directory, target: name };
    const target = buildkit.parseBakeTarget(await buildkit.printBakeFile(bake, env, job.signal), name, directory);
    return { ...target, context: await buildkit.checkContext(target.context, directory) };
}
async function contextsOf(given, configured) {
    const { parsePairs } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6723), __webpack_require__.e(366), __webpack_require__.e(7497), __webpack_require__.e(736)]).then(__webpack_require__.bind(__webpack_require__, 736));
    const { parseContext } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6723), __webpack_require__.e(366), __webpack_require__.e(2228)]).then(__webpack_require__.bind(__webpack_require__, 52228));
    const named = (pairs, directory) => Object.entries(pairs).map(([name, source]) => parseContext(name, source, directory));
    const written = named(configured?.['build-contexts'] ?? {}, await folderOf(configured));
    return [...written, ...named(parsePairs(given['build-context'], 'build context'), process.cwd())];
}
async function secretsOf(given, configured, target) {
    const { resolve } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 76760, 19));
    const { parseSecret } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6723), __webpack_require__.e(366), __webpack_require__.e(2228)]).then(__webpack_require__.bind(__webpack_require__, 52228));
    const read = (texts, directory) => texts.map(parseSecret).map((one) => (one.from === 'file' ? { ...one, path: resolve(directory, one.path) } : one));
    if (given.secret.length > 0)
        return read(given.secret, process.cwd());
    const written = read(configured?.secrets ?? [], await folderOf(configured));
    return written.length > 0 ? written : target.secrets;
}
/** Paths in `ingot.yml` are relative to it. */
async function folderOf(configured) {
    const { dirname, resolve } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 76760, 19));
    return configured?.config === undefined ? process.cwd() : dirname(resolve(configured.config.file));
}
async function checkCaches({ cacheFrom, cacheTo }, job) {
    const { cacheKind } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6723), __webpack_require__.e(366), __webpack_require__.e(2228)]).then(__webpack_require__.bind(__webpack_require__, 52228));
    for (const setting of [...cacheFrom, ...cacheTo])
        cacheKind(setting);
    const shared = cacheFrom.filter((setting) => cacheKind(setting) !== 'local');
    if (shared.length > 0) {
        job.log(`The build reads a shared cache (${shared.join('; ')}): whoever may write to it can change the image`);
    }
}
function listed(given, configured, target) {
    return (0,_required_input_js__WEBPACK_IMPORTED_MODULE_1__.givenOr)((0,_required_input_js__WEBPACK_IMPORTED_MODULE_1__.givenOr)(given, configured), target);
}


/***/ })

};
