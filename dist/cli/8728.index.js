export const id = 8728;
export const ids = [8728];
export const modules = {

/***/ 98728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   declineBake: () => (/* binding */ declineBake),
/* harmony export */   reportBake: () => (/* binding */ reportBake),
/* harmony export */   reportJoin: () => (/* binding */ reportJoin),
/* harmony export */   reportPlan: () => (/* binding */ reportPlan)
/* harmony export */ });
/** The outcome of a bake in the words of the action. */
async function reportBake(baked, plan, effort) {
    const { outputs, ...report } = await reportImage(baked, plan.output, { ...effort, ...plan });
    return { ...report, outputs: { ...outputsOf(plan), ...outputs } };
}
/** The outcome of joining platforms: their bases are those that they name. */
async function reportJoin(joined, output, effort) {
    const { outputs, ...report } = await reportImage(joined, output, { ...effort, engine: 'join', bases: [] });
    const { platforms } = joined;
    const base = { 'base-name': platforms[0]?.baseName ?? '', 'base-digest': platforms[0]?.baseDigest ?? '' };
    return { ...report, outputs: { ...outputs, platforms: platforms.map(({ platform }) => platform).join(','), ...base } };
}
async function reportImage(baked, { reference }, facts) {
    const { formatReference, formatRepository } = await __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 23940));
    const { summariseImage } = await __webpack_require__.e(/* import() */ 9688).then(__webpack_require__.bind(__webpack_require__, 29688));
    const { digest, unchanged, platforms } = baked;
    const image = `${formatRepository(reference)}@${digest}`;
    const did = facts.engine === 'join' ? 'Joined' : 'Baked';
    return {
        reason: unchanged ? 'unchanged' : 'done',
        message: unchanged ? `${formatReference(reference)} has this very content already: ${image}` : `${did} ${image}`,
        outputs: { digest, image, unchanged },
        details: { platforms },
        summary: await summariseImage(image, baked, facts),
    };
}
/** A bake that the organisation policy has refused; nothing was written. */
function declineBake({ rule, message }, plan) {
    return {
        reason: 'base-not-approved',
        message,
        outputs: outputsOf(plan),
        details: { rule },
        summary: `### Not baked\n\n${message}\n`,
    };
}
/** What a bake would do: nothing was built, and nothing written. */
async function reportPlan(plan, facts) {
    const { formatReference } = await __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 23940));
    const { summarisePlan } = await __webpack_require__.e(/* import() */ 9688).then(__webpack_require__.bind(__webpack_require__, 29688));
    const platforms = plan.platforms.join(', ') || 'no platform of its own';
    const bases = plan.bases.map(({ name, manifestDigest }) => `${name}@${manifestDigest}`);
    const on = bases.length === 0 ? 'on scratch' : `on ${[...new Set(bases)].join(', ')}`;
    const approved = facts.policy === undefined ? 'no policy was asked' : 'the policy approves';
    const { reference } = plan.output;
    return {
        reason: 'planned',
        message: `The engine ${plan.engine} would bake ${formatReference(reference)} for ${platforms} ${on}; ${approved}`,
        outputs: outputsOf(plan),
        details: { inputs: facts.inputs, bases: plan.bases.map(describeBase), previous: facts.previous?.digest ?? null },
        summary: await summarisePlan(plan, facts),
    };
}
function describeBase({ platform, name, digest, manifestDigest, created }) {
    return { platform, name, digest, manifestDigest, created: created ?? null };
}
/** Of a bake that made nothing. */
function outputsOf({ engine, platforms, matrix, bases }) {
    const first = bases.find(({ use }) => use !== 'read');
    return {
        digest: '',
        image: '',
        unchanged: false,
        engine,
        matrix: JSON.stringify(matrix),
        platforms: platforms.join(','),
        'base-name': first?.name ?? '',
        'base-digest': first?.manifestDigest ?? '',
    };
}


/***/ })

};
