export const id = 52;
export const ids = [52];
export const modules = {

/***/ 4052:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   declinePublish: () => (/* binding */ declinePublish),
/* harmony export */   reportPublish: () => (/* binding */ reportPublish)
/* harmony export */ });
/** The outcome of a publication in the words of the action. */
async function reportPublish(release, { isNew, tags, added, ledger }) {
    const { releasePath } = await Promise.all(/* import() */[__webpack_require__.e(837), __webpack_require__.e(377), __webpack_require__.e(681)]).then(__webpack_require__.bind(__webpack_require__, 4681));
    const { app, digest, image, version } = release;
    const isUnchanged = !isNew && added.length === 0;
    const path = releasePath(app, digest);
    const name = `${app} ${version} (${image})`;
    return {
        reason: isUnchanged ? 'unchanged' : 'done',
        message: isUnchanged ? `${name} is published already` : `Published ${name} as ${tags.join(', ')}`,
        outputs: { digest, release: path, version },
        details: { app, tags, added },
        summary: summarise(release, tags, path, ledger),
    };
}
/** An image whose evidence does not hold; nothing was recorded or tagged. */
function declinePublish(digest, explanation) {
    return {
        reason: 'verification-refused',
        message: explanation,
        outputs: { digest, release: '', version: '' },
        summary: `### Not published\n\n\`\`\`\n${explanation}\n\`\`\`\n`,
    };
}
function summarise(release, tags, path, ledger) {
    const { findings } = release;
    const counts = findings && `${findings.critical} critical, ${findings.high} high, ${findings.medium} medium`;
    const rows = [
        ['Image', `\`${release.image}\``],
        ['Tags', tags.join(', ')],
        ['Platforms', release.platforms.join(', ')],
        ['Base', release.base === null ? 'unknown' : `\`${release.base.name}@${release.base.digest}\``],
        ['Built because of', release.reason],
        ['Signer', release.signer === null ? '**unsigned**' : `\`${release.signer}\``],
        ['Findings', counts ?? 'not attested'],
        ['Release', `\`${path}\` in ${ledger}`],
    ];
    const table = rows.map(([name, value]) => `| ${name} | ${value} |`).join('\n');
    return `### Published ${release.app} ${release.version}\n\n| | |\n|---|---|\n${table}\n`;
}


/***/ })

};
