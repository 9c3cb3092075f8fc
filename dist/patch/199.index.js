export const id = 199;
export const ids = [199];
export const modules = {

/***/ 5199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reportPatch: () => (/* binding */ reportPatch)
/* harmony export */ });
/** The outcome of a look at the fleet in the words of the action. */
async function reportPatch(plan, running, mayRebase) {
    const { summarisePatch, toEntries, toRebuilds } = await __webpack_require__.e(/* import() */ 575).then(__webpack_require__.bind(__webpack_require__, 8575));
    const needed = new Set(plan.needed.map(({ release }) => `${release.app} ${release.digest}`)).size;
    return {
        ...verdictOf(plan, needed, running),
        outputs: {
            needed,
            images: JSON.stringify(toEntries(plan.needed)),
            matrix: JSON.stringify(toRebuilds(plan.needed, mayRebase)),
            pending: plan.pending.length,
            unknown: plan.unknown.length,
        },
        summary: summarisePatch(plan),
    };
}
function verdictOf(plan, needed, running) {
    if (needed > 0) {
        const lines = plan.needed.map(({ release, environment, reasons, detail }) => {
            return `  ${release.app} ${release.version} in ${environment} (${reasons.join(', ')}): ${detail}`;
        });
        return {
            reason: 'needed',
            message: [`${needed === 1 ? '1 image needs' : `${needed} images need`} a rebuild:`, ...lines].join('\n'),
        };
    }
    if (plan.unknown.length > 0) {
        const message = `Nothing is known to need a rebuild, but ${plan.unknown.length} questions could not be answered`;
        return { reason: 'unreachable', message };
    }
    const waiting = plan.pending.length > 0 ? `; ${plan.pending.length} rebuilt ones wait to be promoted` : '';
    return { reason: 'not-needed', message: `No rebuild is needed (running releases: ${running})${waiting}` };
}


/***/ })

};
