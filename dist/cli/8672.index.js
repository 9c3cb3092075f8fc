export const id = 8672;
export const ids = [8672];
export const modules = {

/***/ 48672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   demo: () => (/* binding */ demo)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _runner_action_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56630);



const demo = (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_2__/* .defineAction */ .QP)({
    name: 'demo',
    description: 'Plays the whole lifecycle on this machine: bake, validate, scan, sign, publish, canary, abort, patch, rollback. Needs Node alone: no network, no root, nothing installed.',
    inputs: {
        directory: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)({
            description: 'The one folder that it makes and leaves; a folder of an earlier demo is replaced',
            default: 'ingot-demo',
            placeholder: 'DIR',
        }),
        seed: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd)({ description: 'Decides which paths the traffic asks for, in which order', minimum: 0, default: 1 }),
        keep: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_2__/* .flag */ .Jt)({ description: 'Leave production serving when the story is over, so that you can ask it yourself' }),
    },
    outputs: {
        directory: 'The folder that holds everything it made',
        board: 'Path of the board: one HTML page',
        summary: 'Path of the summary: markdown',
        requests: 'HTTP requests sent to production in the whole story',
        hurt: 'How many of them got a wrong answer, all from the version that the judge caught',
        seconds: 'How long the story took',
    },
    permissions: {},
    about: 'A terminal command: `ingot demo`.',
    async run(inputs, job) {
        const { playDemo, shown } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6723), __webpack_require__.e(1168), __webpack_require__.e(366), __webpack_require__.e(6537), __webpack_require__.e(1627), __webpack_require__.e(5791), __webpack_require__.e(4437), __webpack_require__.e(7788), __webpack_require__.e(2060), __webpack_require__.e(4681), __webpack_require__.e(3350)]).then(__webpack_require__.bind(__webpack_require__, 3350));
        const bundles = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(process.argv[1] ?? '.')));
        const { directory, seed, keep } = inputs;
        const result = await playDemo({ directory, bundles, seed, keep }, job);
        const serving = keep ? `; production still serves on ${result.url} (end it with: kill ${result.pid})` : '';
        return {
            reason: 'done',
            message: `Everything went as it should in ${result.seconds.toFixed(1)} s; ${result.requests} requests, ${result.hurt} hurt, none dropped${serving}`,
            outputs: {
                directory: shown(result.workspace),
                board: shown(result.board),
                summary: shown(result.summary),
                requests: result.requests,
                hurt: result.hurt,
                seconds: Number(result.seconds.toFixed(1)),
            },
            details: { digests: result.digests, events: result.events },
        };
    },
});


/***/ }),

/***/ 56630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   QP: () => (/* binding */ defineAction),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   zD: () => (/* binding */ grouped)
/* harmony export */ });
function text(prose) {
    return { kind: 'text', required: false, placeholder: 'TEXT', ...prose };
}
/** Given by repeating the flag, or one a line in YAML. */
function list(prose) {
    return { kind: 'list', required: false, placeholder: 'TEXT', ...prose };
}
function flag(prose) {
    return { kind: 'flag', required: false, default: 'false', placeholder: '', ...prose };
}
function integer(prose) {
    const { default: value, ...rest } = prose;
    return {
        kind: 'integer',
        required: false,
        placeholder: 'N',
        ...rest,
        ...(value !== undefined && { default: String(value) }),
    };
}
function choice(choices, prose) {
    return { kind: 'choice', required: false, choices, placeholder: choices.join('|'), ...prose };
}
/** The same inputs, listed together by `--help`. */
function grouped(group, inputs) {
    return Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, { ...input, group }]));
}
/**
 * The one definition of an action. action.yml, its README's tables, the CLI command and the JSON Schema are derived from
 * it; heavy rooms are imported inside `run`, so that declaring an action costs nothing at start.
 */
function defineAction(action) {
    return action;
}


/***/ })

};
