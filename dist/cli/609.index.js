export const id = 609;
export const ids = [609];
export const modules = {

/***/ 30609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readSettings: () => (/* binding */ readSettings)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/** What is given, over what `bake:` of ingot.yml says; maps are merged key by key. */
async function readSettings(given, config) {
    const { parseCommand, parsePairs } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6723), __webpack_require__.e(366), __webpack_require__.e(7497), __webpack_require__.e(736)]).then(__webpack_require__.bind(__webpack_require__, 736));
    const { identityPairs } = await __webpack_require__.e(/* import() */ 9130).then(__webpack_require__.bind(__webpack_require__, 79130));
    const workdir = given.workdir ?? config?.workdir;
    if (workdir !== undefined && !workdir.startsWith('/')) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-input', `The workdir ${JSON.stringify(workdir)} is not an absolute path in the image`);
    }
    const identity = await identityPairs(given);
    const command = (text, name) => text === undefined ? config?.[name] : parseCommand(text, name);
    const settings = {
        entrypoint: command(given.entrypoint, 'entrypoint'),
        cmd: command(given.cmd, 'cmd'),
        env: { ...config?.env, ...parsePairs(given.env, 'environment variable') },
        labels: { ...identity, ...config?.labels, ...parsePairs(given.label, 'label') },
        user: given.user ?? config?.user,
        workdir,
        expose: [...(config?.expose ?? []), ...given.expose],
        volumes: [...(config?.volumes ?? []), ...given.volume],
        stopSignal: given['stop-signal'] ?? config?.['stop-signal'],
        healthcheck: given.healthcheck === undefined ? config?.healthcheck : await parseHealthcheck(given.healthcheck),
    };
    return { settings, annotations: { ...identity, ...parsePairs(given.annotation, 'annotation') } };
}
async function parseHealthcheck(text) {
    const { healthcheckSchema } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(6723), __webpack_require__.e(2776)]).then(__webpack_require__.bind(__webpack_require__, 32776));
    const { parseYaml } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(2328)]).then(__webpack_require__.bind(__webpack_require__, 82328));
    return parseYaml(text, 'healthcheck', healthcheckSchema);
}


/***/ })

};
