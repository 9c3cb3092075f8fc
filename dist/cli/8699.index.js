export const id = 8699;
export const ids = [8699];
export const modules = {

/***/ 8699:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   board: () => (/* binding */ board)
/* harmony export */ });
/* harmony import */ var _runner_action_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6630);

const board = (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: 'board',
    description: 'Draws the whole fleet on one self-contained HTML page: what runs where, how rollouts went, what is held back',
    inputs: {
        ledger: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: 'Git repository that holds the ledger: a URL or a directory. Default: the repository at hand',
            placeholder: 'URL',
        }),
        output: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: 'File to write; its folder is made', default: 'board.html', placeholder: 'FILE' }),
        title: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: 'Heading of the page', default: 'Fleet', placeholder: 'TEXT' }),
    },
    outputs: {
        board: 'Path of the page',
        apps: 'Number of apps that the ledger knows',
        environments: 'Number of environments that the ledger knows',
    },
    permissions: { contents: 'read' },
    about: `
Reads the ledger and writes one HTML file that needs no server: it makes no request and runs no script, so it can be an
artifact, a page of a static site, or an attachment. For every app and environment it shows version, digest, base, age,
signature and findings; under it the charts of the last rollouts, what happened, what is in quarantine, and every release.

\`\`\`yaml
- uses: ./actions/board
  id: board
  with:
    output: site/index.html
- uses: actions/upload-pages-artifact@v4
  with:
    path: site
\`\`\`
`,
    async run(inputs, job) {
        const { findConfig } = await __webpack_require__.e(/* import() */ 7343).then(__webpack_require__.bind(__webpack_require__, 7343));
        const { locateLedger } = await __webpack_require__.e(/* import() */ 9238).then(__webpack_require__.bind(__webpack_require__, 9238));
        const url = await locateLedger(inputs.ledger, await findConfig(), job.env);
        const { openLedger } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(4681), __webpack_require__.e(9501)]).then(__webpack_require__.bind(__webpack_require__, 4681));
        const { renderBoard, recordingsToShow, writePage } = await __webpack_require__.e(/* import() */ 6910).then(__webpack_require__.bind(__webpack_require__, 6910));
        const ledger = await openLedger(url, job);
        const [releases, environments] = await Promise.all([ledger.listReleases(), ledger.listEnvironments()]);
        const recordings = await Promise.all(recordingsToShow(environments).map(async (one) => {
            const recording = await ledger.readRecording(one.environment, one.app, one.generation);
            return recording === undefined ? [] : [{ ...one, recording }];
        }));
        const page = { releases, environments, recordings: recordings.flat(), now: new Date(), title: inputs.title };
        const board = await writePage(inputs.output, renderBoard(page));
        const apps = new Set([...releases, ...environments].map(({ app }) => app)).size;
        const places = new Set(environments.map(({ environment }) => environment)).size;
        const shown = `${count(apps, 'app')} in ${count(places, 'environment')}`;
        return {
            reason: 'done',
            message: `The board of ${shown} is in ${board}`,
            outputs: { board, apps, environments: places },
            summary: `### Board\n\n${shown}, drawn from \`${ledger.location}\` into \`${inputs.output}\`\n`,
        };
    },
});
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
}


/***/ }),

/***/ 6630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   QP: () => (/* binding */ defineAction),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   p_: () => (/* binding */ list)
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
/**
 * The one definition of an action. action.yml, its README's tables, the CLI command and the JSON Schema are derived from
 * it; heavy rooms are imported inside `run`, so that declaring an action costs nothing at start.
 */
function defineAction(action) {
    return action;
}


/***/ })

};
