export const id = 9452;
export const ids = [9452];
export const modules = {

/***/ 29452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reportCopy: () => (/* binding */ reportCopy)
/* harmony export */ });
/** The outcome of a copy in the words of the action. */
async function reportCopy(from, copied) {
    const { formatBytes } = await __webpack_require__.e(/* import() */ 2218).then(__webpack_require__.bind(__webpack_require__, 2218));
    const { digest, image, destination, requests, bytesSent, preview } = copied;
    const outputs = { digest, image, requests, 'bytes-sent': bytesSent };
    const did = `with ${requests} requests and ${formatBytes(bytesSent)} sent`;
    if (preview === undefined) {
        const summary = `### Copied\n\n\`${digest}\`\n\n${from} → ${destination}: ${requests} requests, ${formatBytes(bytesSent)} sent\n`;
        return { reason: 'done', message: `Copied ${digest} to ${destination} ${did}`, outputs, summary };
    }
    const message = `${digest} would be copied to ${destination}: ${describePreview(preview, formatBytes)}`;
    return {
        reason: 'planned',
        message,
        outputs,
        details: { preview },
        summary: `### Copy: planned\n\n${message}\n`,
    };
}
function describePreview({ manifests, blobs, bytes }, formatBytes) {
    const count = `manifests ${manifests}, blobs ${blobs.there} there already, ${blobs.mounted} to be mounted, ${blobs.sent} to be sent`;
    return `${count}; ${formatBytes(bytes)} in all. Nothing was written`;
}


/***/ })

};
