export const id = 733;
export const ids = [733];
export const modules = {

/***/ 8733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   launcher: () => (/* binding */ launcher)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/** Starts the service out of a temporary folder that is gone when the service is. */
function launcher(job) {
    return async (image, request) => {
        const { mkdtemp, rm, writeFile } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1455, 19));
        const { tmpdir } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 8161, 19));
        const { join } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 6760, 19));
        const { unpackImage } = await Promise.all(/* import() */[__webpack_require__.e(837), __webpack_require__.e(277), __webpack_require__.e(493)]).then(__webpack_require__.bind(__webpack_require__, 8493));
        const { accepts, launchService } = await __webpack_require__.e(/* import() */ 219).then(__webpack_require__.bind(__webpack_require__, 7219));
        if (request.port !== undefined && (await accepts(request.port)))
            throw portInUse(request.port);
        const directory = await mkdtemp(join(tmpdir(), 'ingot-validate-'));
        const clear = () => rm(directory, { recursive: true, force: true });
        try {
            const rootfs = join(directory, 'rootfs');
            // Node asks the folders above a script what kind of module it is: without this, those of this machine would answer.
            await writeFile(join(directory, 'package.json'), '{}');
            await unpackImage(image, rootfs, { ...(request.signal && { signal: request.signal }) });
            const service = await launchService({ rootfs, config: image.config, log: job.log, ...request });
            return { url: service.url, stop: () => service.stop().finally(clear) };
        }
        catch (thrown) {
            await clear();
            throw thrown;
        }
    };
}
/** Not the image's fault: without this, the answers of a stranger would be taken for the service's. */
function portInUse(port) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('unsupported', `Port ${port} is in use on this machine`, {
        advice: 'Leave the port out of the check: the service is told a free one in the variable PORT',
    });
}


/***/ })

};
