export const id = 5184;
export const ids = [5184];
export const modules = {

/***/ 25184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   judge: () => (/* binding */ judge)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _runner_action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56630);


const judge = (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .defineAction */ .QP)({
    name: 'judge',
    description: 'Replays a recorded canary through the judge, and says what it would have decided and when',
    inputs: {
        input: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: 'Recording of a canary (JSON), as rollouts write them into the ledger; docs/judge.md describes it',
            required: true,
            placeholder: 'FILE',
        }),
        alpha: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: 'Accepted probability of aborting a healthy rollout, more than 0 and at most 0.5; the recording says which when this is not given',
            placeholder: 'PROBABILITY',
        }),
    },
    outputs: {
        verdict: 'pass, fail or inconclusive',
        tick: 'The tick, from 1, at which a failure was decided; otherwise the number of ticks',
        metrics: 'Evidence for each metric, as JSON: e-value, counts and rates of both tracks, worst bucket, dispersion',
    },
    permissions: {},
    about: `
Answers "would this have been aborted, and when?" for a rollout of the past, or for a recording from elsewhere.

\`\`\`sh
ingot judge --input rollout.json --json
\`\`\`

The exit code is 1 when the verdict is \`fail\`, and 0 for \`pass\` and for \`inconclusive\`: too little data is no
verdict against the canary.
`,
    async run(inputs, job) {
        const { loadRecording, replay, summarise } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(6723), __webpack_require__.e(5791)]).then(__webpack_require__.bind(__webpack_require__, 75791));
        const recording = await loadRecording(inputs.input);
        const alpha = inputs.alpha === undefined ? recording.alpha : readAlpha(inputs.alpha);
        const judged = replay({ ...recording, alpha }, job);
        const { verdict, tick, ticks, early, metrics, sentence } = judged;
        return {
            reason: verdict === 'fail' ? 'judge-failed' : 'done',
            message: `${verdict} at tick ${tick} of ${ticks}: ${sentence}`,
            outputs: { verdict, tick, metrics: JSON.stringify(metrics) },
            details: { verdict, alpha, tick, ticks, early, sentence, metrics },
            summary: summarise(judged),
        };
    },
});
function readAlpha(written) {
    const alpha = /^\d*\.?\d+(e-?\d+)?$/i.test(written) ? Number(written) : Number.NaN;
    if (alpha > 0 && alpha <= 0.5)
        return alpha;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-input', `--alpha is ${JSON.stringify(written)}: write a number above 0, up to 0.5`, {
        advice: '0.01 aborts at most one healthy rollout in a hundred',
    });
}


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
