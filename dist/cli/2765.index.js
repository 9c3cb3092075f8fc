export const id = 2765;
export const ids = [2765];
export const modules = {

/***/ 22765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   buildPlatforms: () => (/* binding */ buildPlatforms),
/* harmony export */   readPackerSettings: () => (/* binding */ readPackerSettings)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _required_input_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25656);


/**
 * What is given, over what `bake:` of ingot.yml says. Secrets are read from the environment and masked.
 *
 * @throws IngotError `invalid-input`, also when a secret is not in the environment
 */
async function readPackerSettings(given, config, platforms, job) {
    const { parsePairs } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6723), __webpack_require__.e(366), __webpack_require__.e(7497), __webpack_require__.e(736)]).then(__webpack_require__.bind(__webpack_require__, 736));
    const { resolve } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 76760, 19));
    const template = resolve((0,_required_input_js__WEBPACK_IMPORTED_MODULE_1__.required)(given.template ?? config?.template, 'template', 'bake.template'));
    const secretNames = { ...config?.secrets, ...parsePairs(given['variable-from-env'], 'variable') };
    const secrets = Object.fromEntries(Object.entries(secretNames).map(([variable, name]) => [variable, readSecret(variable, name, job)]));
    const variables = { ...config?.variables, ...parsePairs(given.variable, 'variable') };
    const { except = [] } = config ?? {};
    const only = onlyThose(config, platforms);
    return { settings: { template, only, except, variables, secrets }, secretNames };
}
/** When some of the platforms are asked for, the builds of the others are not run. */
function onlyThose(config, platforms) {
    const { only = [], builds = {} } = config ?? {};
    if (only.length > 0 || typeof platforms === 'string')
        return only;
    const asked = Object.keys(platforms);
    return asked.length < Object.keys(builds).length ? asked : [];
}
function readSecret(variable, name, job) {
    const value = job.env[name];
    if (value === undefined || value === '') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-input', `The variable ${variable} of the Packer template is to come from ${name}`, {
            advice: `Set ${name} in the environment of this step: env: {${name}: \${{ secrets.${name} }}}`,
        });
    }
    job.mask(value);
    return value;
}
/**
 * Which platform each build is for: the map of `builds`, else the one platform that is given.
 *
 * @throws IngotError `invalid-input` when several platforms are given and nobody says which build makes which
 */
async function buildPlatforms(given, config) {
    const { formatPlatform, hostPlatform, parsePlatform } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(366)]).then(__webpack_require__.bind(__webpack_require__, 10366));
    const normal = (platform) => formatPlatform(parsePlatform(platform));
    const builds = Object.entries(config?.builds ?? {});
    const asked = [...new Set(given.flatMap((entry) => entry.split(',')).map((entry) => normal(entry.trim())))];
    const named = builds.map(([build, platform]) => [build, normal(platform)]);
    // A runner a platform: each runs the builds of its own.
    if (named.length > 0)
        return Object.fromEntries(named.filter(([, one]) => asked.length === 0 || asked.includes(one)));
    const [platform, ...more] = asked.length > 0 ? asked : (config?.platforms ?? []).map(normal);
    if (more.length === 0)
        return platform ?? hostPlatform();
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-input', 'Several platforms are given, and not which Packer build is for which', {
        advice: 'Write bake.builds in ingot.yml, e.g. {qemu.amd64: linux/amd64, qemu.arm64: linux/arm64}',
    });
}


/***/ })

};
