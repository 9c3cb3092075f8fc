export const id = 347;
export const ids = [347];
export const modules = {

/***/ 9668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* reexport */ run)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
;// CONCATENATED MODULE: ./lib/exec/lines.js

const longestLine = 64 * 1024; // characters; what is longer comes in pieces
/** Hands on each line of a stream as it comes, without its end; the last one also when no line end follows. */
function followLines(stream, onLine) {
    const decoder = new external_node_string_decoder_.StringDecoder('utf8');
    let pending = '';
    const take = (text) => {
        const lines = (pending + text).split('\n');
        pending = lines.pop() ?? '';
        for (const line of lines)
            onLine(line.endsWith('\r') ? line.slice(0, -1) : line);
        for (; pending.length > longestLine; pending = pending.slice(longestLine))
            onLine(pending.slice(0, longestLine));
    };
    stream.on('data', (chunk) => take(decoder.write(chunk)));
    stream.once('end', () => {
        take(decoder.end());
        if (pending !== '')
            onLine(pending);
        pending = '';
    });
}

;// CONCATENATED MODULE: ./lib/exec/output.js
/** Collects a stream up to a bound; `onExceeded` is called once, and nothing more is kept. */
function collect(stream, maximumBytes, onExceeded) {
    const chunks = [];
    let bytes = 0;
    stream.on('data', (chunk) => {
        const fits = bytes + chunk.length <= maximumBytes;
        if (fits)
            chunks.push(chunk);
        else if (bytes <= maximumBytes)
            onExceeded();
        bytes = fits ? bytes + chunk.length : maximumBytes + 1;
    });
    return { text: () => Buffer.concat(chunks).toString('utf8') };
}
/** Keeps the last bytes of a stream. */
function keepEnd(stream, bytes) {
    let kept = Buffer.alloc(0);
    stream.on('data', (chunk) => {
        if (bytes > 0)
            kept = Buffer.concat([kept, chunk]).subarray(-bytes);
    });
    return { text: () => kept.toString('utf8') };
}

;// CONCATENATED MODULE: ./lib/exec/process-group.js
/** A tool that ignores SIGTERM is killed after two seconds: well within the 7.5 s that a cancelled job has. */
const promptly = { to: 'group', graceMilliseconds: 2000 };
/** Ends a child that leads its own process group, and all that it started. */
function endGroup(child, { to, graceMilliseconds } = promptly) {
    if (to === 'tool')
        child.kill('SIGTERM');
    else
        signalGroup(child, 'SIGTERM');
    const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), graceMilliseconds);
    // A tool that is given time to clean up is waited for.
    if (to === 'group')
        timer.unref();
    // The leader may be gone while its children live on: they are swept once it has closed.
    child.once('close', () => {
        clearTimeout(timer);
        signalGroup(child, 'SIGKILL');
    });
}
function signalGroup(child, signal) {
    if (child.pid === undefined)
        return;
    try {
        if (process.platform === 'win32')
            child.kill(signal);
        else
            process.kill(-child.pid, signal);
    }
    catch {
        // Nobody is left in the group.
    }
}

;// CONCATENATED MODULE: ./lib/exec/run.js






/**
 * Runs an installed tool, without a shell. The exit code decides; stderr only explains.
 *
 * @throws IngotError `not-found` (the tool is missing), `tool-failed`, `timed-out`, `size-exceeded` (too much output),
 *   `cancelled`
 */
async function run(tool, args, options) {
    const { signal, timeoutMilliseconds = 120_000, maximumOutputBytes = 16 * 1024 * 1024 /* 16 MiB */ } = options;
    const what = `${tool} ${firstWord(args)}`.trim();
    if (signal?.aborted)
        throw cancelled(what, signal);
    const child = (0,external_node_child_process_.spawn)(tool, args, {
        cwd: options.cwd,
        env: defined(options.env),
        // A group of its own, so that what the tool starts ends with it.
        detached: process.platform !== 'win32',
        stdio: 'pipe',
        windowsHide: true,
    });
    let interruption;
    const interrupt = (error) => {
        interruption ??= error;
        endGroup(child, options.ending);
    };
    const exceeded = () => interrupt(new errors/* IngotError */.se('size-exceeded', `${what} wrote more than ${maximumOutputBytes} bytes and was ended`));
    const { onLine } = options;
    const keep = (stream) => {
        if (onLine === undefined)
            return collect(child[stream], maximumOutputBytes, exceeded);
        followLines(child[stream], (line) => onLine(line, stream));
        return keepEnd(child[stream], stream === 'stdout' ? 0 : 64 * 1024);
    };
    const [stdout, stderr] = [keep('stdout'), keep('stderr')];
    const timer = setTimeout(() => interrupt(new errors/* IngotError */.se('timed-out', `${what} did not finish within ${timeoutMilliseconds / 1000} s`)), timeoutMilliseconds);
    const onAbort = () => interrupt(cancelled(what, signal));
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
        const closed = untilClosed(child, tool, options);
        feed(child, options.input);
        const exitCode = await closed;
        if (interruption !== undefined)
            throw interruption;
        const result = { stdout: stdout.text(), stderr: redacted(stderr.text(), options.redact), exitCode };
        if (!(options.acceptedExitCodes ?? [0]).includes(exitCode))
            throw failed(what, result);
        return result;
    }
    finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
    }
}
/** The exit code; a tool that a signal ended has the shell's 128 + n, here without n. */
function untilClosed(child, tool, options) {
    return new Promise((resolve, reject) => {
        child.once('error', (error) => reject(unstartable(error, tool, options)));
        child.once('close', (code) => resolve(code ?? 128));
    });
}
function unstartable(error, tool, options) {
    // The system says the same of a missing working directory.
    if (error.code === 'ENOENT' && options.cwd !== undefined && !(0,external_node_fs_.existsSync)(options.cwd)) {
        return new errors/* IngotError */.se('not-found', `Cannot run ${tool}: its working directory ${options.cwd} is not there`);
    }
    if (error.code === 'ENOENT') {
        return new errors/* IngotError */.se('not-found', `Cannot run ${tool}: it is not installed, or not on the PATH`, {
            advice: options.install ?? `Install ${tool} and make sure that it is on the PATH`,
            cause: error,
        });
    }
    return new errors/* IngotError */.se('tool-failed', `Cannot run ${tool}: ${error.code ?? error.message}`, { cause: error });
}
function feed(child, input) {
    // A tool may end without reading its input; its exit code says whether that was a failure.
    child.stdin.on('error', () => { });
    child.stdin.end(input);
}
function failed(what, result) {
    const said = result.stderr.trim().split('\n').slice(-5).join('\n').slice(-2000);
    return new errors/* IngotError */.se('tool-failed', `${what} failed with exit code ${result.exitCode}${said && `: ${said}`}`);
}
function cancelled(what, signal) {
    return new errors/* IngotError */.se('cancelled', `${what} was cancelled`, { cause: signal?.reason });
}
function redacted(text, secrets = []) {
    return secrets.filter((secret) => secret !== '').reduce((clean, secret) => clean.replaceAll(secret, '***'), text);
}
/** Arguments may hold anything, so messages name the tool's subcommand only. */
function firstWord(args) {
    return args.find((arg) => /^[a-z][a-z-]*$/.test(arg)) ?? '';
}
function defined(env) {
    return Object.fromEntries(Object.entries(env).filter((entry) => entry[1] !== undefined));
}

;// CONCATENATED MODULE: ./lib/exec/index.js



/***/ }),

/***/ 3347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   askHelper: () => (/* binding */ askHelper)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _exec_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9668);
/* harmony import */ var _oci_schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5382);



const namePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const timeoutMilliseconds = 60_000; // some ask a person to unlock a keychain
const maximumOutputBytes = 256 * 1024; // 256 KiB; tokens of ECR are 2 KiB
const answer = _oci_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ Username: _oci_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), Secret: _oci_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() });
const notFound = /credentials not found|no credentials server url|not found in native keychain/i;
/**
 * What a docker credential helper holds for a server: it is run without a shell, asked on stdin and answers on stdout, so
 * that no secret is ever an argument. Undefined when it has none.
 *
 * @param name as config.json names it: `ecr-login` means the program docker-credential-ecr-login
 * @throws IngotError `invalid-config`, `not-found` (the program is missing), `tool-failed`, `timed-out`, without a word of its answer
 * @see https://github.com/docker/docker-credential-helpers/tree/v0.9.3#development
 */
async function askHelper(name, server, file, env, signal) {
    if (!namePattern.test(name)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-config', `${file} names the credential helper ${JSON.stringify(name)}, which is no name`);
    }
    const program = `docker-credential-${name}`;
    const { stdout, exitCode } = await (0,_exec_index_js__WEBPACK_IMPORTED_MODULE_1__/* .run */ .e)(program, ['get'], {
        env,
        input: server,
        timeoutMilliseconds,
        maximumOutputBytes,
        signal,
        acceptedExitCodes: [0, 1],
        install: `${file} names it: install it, or take credsStore and credHelpers out and log in again`,
    });
    if (exitCode !== 0) {
        if (notFound.test(stdout))
            return undefined;
        throw unusable(program, server, `it ended with ${exitCode}`);
    }
    return read(stdout, program, server);
}
function read(stdout, program, server) {
    let value;
    try {
        value = JSON.parse(stdout);
    }
    catch {
        throw unusable(program, server, 'its answer is not JSON');
    }
    const parsed = answer.safeParse(value);
    if (!parsed.success)
        throw unusable(program, server, 'its answer has no Username and Secret');
    const { Username: username, Secret: secret } = parsed.data;
    if (secret === '')
        return undefined;
    return username === '<token>'
        ? { kind: 'identity-token', token: secret }
        : { kind: 'login', username, password: secret };
}
function unusable(program, server, why) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('tool-failed', `${program} gave no login for ${server}: ${why}`, {
        advice: `Try it by hand: echo ${server} | ${program} get`,
    });
}


/***/ })

};
