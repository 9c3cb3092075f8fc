export const id = 933;
export const ids = [933];
export const modules = {

/***/ 7933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   declined: () => (/* binding */ declined),
/* harmony export */   outputsOf: () => (/* binding */ outputsOf),
/* harmony export */   planned: () => (/* binding */ planned),
/* harmony export */   promotionMessage: () => (/* binding */ promotionMessage),
/* harmony export */   proven: () => (/* binding */ proven),
/* harmony export */   published: () => (/* binding */ published)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/** The candidate under the version that it was published with. */
async function published(ledger, app, image) {
    const release = await ledger.readRelease(app, image.digest);
    if (release)
        return { ...image, version: release.version };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('not-found', `${image.digest} is not a release of ${app} in the ledger ${ledger.location}`, {
        advice: 'Run publish on this digest first: only what was published can be promoted',
    });
}
/** Why the candidate may not go here yet: it has to be stable in the environment before. */
async function proven(ledger, app, candidate, after) {
    if (after === undefined)
        return undefined;
    const { stable } = await ledger.readEnvironment(after, app);
    if (stable?.digest === candidate.digest)
        return undefined;
    const there = stable === null ? 'nothing is' : `${stable.version} (${stable.digest}) is`;
    return `${candidate.version} is not stable in ${after} yet (${there}): promote it there first`;
}
function outputsOf(result) {
    return {
        outcome: result.outcome,
        stable: result.state.stable?.digest ?? '',
        weight: result.weight,
        'next-at': result.nextAt ?? '',
        seconds: Number(result.seconds.toFixed(3)),
    };
}
/** A no that was said before anything was touched. */
function declined(state, reason, why) {
    return {
        reason,
        message: why,
        outputs: { outcome: 'refused', stable: state.stable?.digest ?? '', weight: 0, 'next-at': '', seconds: 0 },
        summary: `### ${state.environment}: refused\n\n\`\`\`\n${why}\n\`\`\`\n`,
    };
}
/** What a dry run says. */
function planned(state, candidate, admission) {
    if (admission.kind === 'refuse')
        return declined(state, admission.reason, admission.why);
    const stable = state.stable?.digest ?? '';
    const message = {
        begin: `${candidate.version} would be rolled out in ${state.environment}, in place of ${state.stable?.version ?? 'nothing'}`,
        resume: `The rollout of ${candidate.version} in ${state.environment} would go on`,
        'already-stable': `${candidate.version} is stable in ${state.environment} already`,
    }[admission.kind];
    return {
        reason: 'planned',
        message,
        outputs: { outcome: 'planned', stable, weight: state.rollout?.weight ?? 0, 'next-at': '', seconds: 0 },
        summary: `### ${state.environment}: planned\n\n${message}\n`,
    };
}
/** One sentence on how a promotion ended; an abort says who was hurt and how soon it was known. */
function promotionMessage(title, result) {
    const seconds = `${result.seconds.toFixed(1)} s`;
    switch (result.outcome) {
        case 'promoted':
            return `${title}: promoted after ${seconds}`;
        case 'aborted': {
            const { bad, total } = result.candidateCounts;
            const knew = result.knewAfterSeconds === null ? '' : `, decided ${result.knewAfterSeconds.toFixed(1)} s after it began`;
            return `${title}: aborted${knew}; ${bad} of the ${total} requests that it was given were answered badly. ${result.why}`;
        }
        case 'in-progress':
            return `${title}: at ${result.weight} % of the traffic, goes on at ${result.nextAt}`;
        default:
            return `${title}: ${result.why}`;
    }
}


/***/ })

};
