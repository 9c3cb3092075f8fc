export const id = 215;
export const ids = [215];
export const modules = {

/***/ 8215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   declineRebase: () => (/* binding */ declineRebase),
/* harmony export */   reportRebase: () => (/* binding */ reportRebase)
/* harmony export */ });
/** The outcome of a rebase in the words of the action: reason, message, outputs and the job summary. */
async function reportRebase(result, facts) {
    const { image, baseName, repository, traffic } = facts;
    const refused = result.kind === 'refuse';
    const reason = refused ? 'rebase-refused' : reasons[result.kind];
    const message = refused
        ? `Cannot rebase ${image} on ${baseName} (rule ${result.rule}): ${result.why}. ${result.advice}`
        : messageOf(result, facts);
    const outputs = {
        digest: refused ? '' : result.digest,
        image: refused ? '' : `${repository}@${result.digest}`,
        reason,
        'base-name': baseName,
        'base-digest': refused ? facts.base.manifestDigest : (result.bases[0]?.to ?? facts.base.manifestDigest),
        ...traffic,
    };
    const details = refused ? { rule: result.rule } : { bases: result.bases };
    const heading = refused ? '### Not rebased' : `### Rebase: ${reason}`;
    const table = refused ? '' : await tableOf(result, traffic);
    return { reason, message, outputs, details, summary: `${heading}\n\n${message}\n${table}` };
}
/** A rebase onto a base that the organisation policy has refused; nothing was written. */
function declineRebase(why, base, baseName, traffic) {
    const reason = 'base-not-approved';
    return {
        reason,
        message: why,
        outputs: { digest: '', image: '', reason, 'base-name': baseName, 'base-digest': base.manifestDigest, ...traffic },
        summary: `### Not rebased\n\n${why}\n`,
    };
}
const reasons = { unchanged: 'unchanged', planned: 'planned', rebased: 'done' };
function messageOf(result, { image, baseName, repository }) {
    switch (result.kind) {
        case 'unchanged':
            return `${image} is on this very base already; nothing was written`;
        case 'planned':
            return `${image} can be rebased on ${baseName}: it would become ${result.digest}`;
        case 'rebased':
            return `Rebased ${image} on ${baseName}: ${repository}@${result.digest}`;
    }
}
async function tableOf({ bases }, traffic) {
    const { formatBytes } = await Promise.all(/* import() */[__webpack_require__.e(857), __webpack_require__.e(203), __webpack_require__.e(471)]).then(__webpack_require__.bind(__webpack_require__, 4471));
    const { shortDigest } = await __webpack_require__.e(/* import() */ 501).then(__webpack_require__.bind(__webpack_require__, 9501));
    const rows = bases.map(({ platform, from, to }) => `| ${platform} | \`${shortDigest(from)}\` | \`${shortDigest(to)}\` |`);
    const table = `| platform | base before | base after |\n|---|---|---|\n${rows.join('\n')}\n`;
    return `\n${table}\n${traffic.requests} requests, ${formatBytes(traffic['bytes-sent'])} sent\n`;
}


/***/ })

};
