import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 20181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 80481:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 46466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 46193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 58500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 78877:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 58459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ main)
});

;// CONCATENATED MODULE: ./lib/actions/index.js
/** Every action, loaded when it is asked for. `cli` ones have no action.yml: they make sense in a terminal only. */
const actions = {
    bake: { face: 'action', load: async () => (await __nccwpck_require__.e(/* import() */ 8874).then(__nccwpck_require__.bind(__nccwpck_require__, 8874))).bake },
    join: { face: 'action', load: async () => (await __nccwpck_require__.e(/* import() */ 987).then(__nccwpck_require__.bind(__nccwpck_require__, 60987))).join },
    rebase: { face: 'action', load: async () => (await __nccwpck_require__.e(/* import() */ 7751).then(__nccwpck_require__.bind(__nccwpck_require__, 57751))).rebase },
    copy: { face: 'action', load: async () => (await __nccwpck_require__.e(/* import() */ 7162).then(__nccwpck_require__.bind(__nccwpck_require__, 7162))).copy },
    validate: { face: 'action', load: async () => (await __nccwpck_require__.e(/* import() */ 7325).then(__nccwpck_require__.bind(__nccwpck_require__, 87325))).validate },
    scan: { face: 'action', load: async () => (await __nccwpck_require__.e(/* import() */ 3582).then(__nccwpck_require__.bind(__nccwpck_require__, 13582))).scan },
    sign: { face: 'action', load: async () => (await __nccwpck_require__.e(/* import() */ 7590).then(__nccwpck_require__.bind(__nccwpck_require__, 87590))).sign },
    verify: { face: 'action', load: async () => (await __nccwpck_require__.e(/* import() */ 3786).then(__nccwpck_require__.bind(__nccwpck_require__, 73786))).verify },
    publish: { face: 'action', load: async () => (await __nccwpck_require__.e(/* import() */ 6540).then(__nccwpck_require__.bind(__nccwpck_require__, 36540))).publish },
    promote: { face: 'action', load: async () => (await __nccwpck_require__.e(/* import() */ 6663).then(__nccwpck_require__.bind(__nccwpck_require__, 46663))).promote },
    rollback: { face: 'action', load: async () => (await __nccwpck_require__.e(/* import() */ 3591).then(__nccwpck_require__.bind(__nccwpck_require__, 53591))).rollback },
    patch: { face: 'action', load: async () => (await __nccwpck_require__.e(/* import() */ 7541).then(__nccwpck_require__.bind(__nccwpck_require__, 77541))).patch },
    board: { face: 'action', load: async () => (await __nccwpck_require__.e(/* import() */ 8699).then(__nccwpck_require__.bind(__nccwpck_require__, 98699))).board },
    judge: { face: 'cli', load: async () => (await __nccwpck_require__.e(/* import() */ 5184).then(__nccwpck_require__.bind(__nccwpck_require__, 25184))).judge },
    demo: { face: 'cli', load: async () => (await __nccwpck_require__.e(/* import() */ 8672).then(__nccwpck_require__.bind(__nccwpck_require__, 48672))).demo },
};

// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(78474);
;// CONCATENATED MODULE: ./lib/runner/cancellation.js

/** A signal that fires on SIGINT and SIGTERM; a second one ends the process at once. */
function cancellation_cancellation() {
    const controller = new AbortController();
    (0,external_node_events_.setMaxListeners)(0, controller.signal); // every request on the way listens; there are as many as there is work
    for (const name of ['SIGINT', 'SIGTERM']) {
        process.once(name, () => controller.abort(new DOMException(`Received ${name}`, 'AbortError')));
    }
    return controller.signal;
}

;// CONCATENATED MODULE: ./lib/runner/inputs.js

/**
 * Written inputs as typed values, defaults filled in.
 *
 * @param spell how the caller writes an input's name in messages, e.g. `--image` or `image:`
 * @throws IngotError `invalid-input`
 */
function readInputs(inputs, raw, spell) {
    const entries = Object.entries(inputs).map(([name, input]) => {
        const written = raw[name] ?? (input.default === undefined ? [] : [input.default]);
        if (input.required && written.length === 0) {
            throw new errors/* IngotError */.se('invalid-input', `${spell(name)} is required`, { advice: input.description });
        }
        return [name, readValue(input, written, spell(name))];
    });
    return Object.fromEntries(entries);
}
function readValue(input, written, name) {
    if (input.kind === 'list')
        return written;
    const [value, ...more] = written;
    if (more.length > 0)
        throw new errors/* IngotError */.se('invalid-input', `${name} is given ${written.length} times, it takes one value`);
    if (value === undefined)
        return undefined;
    const invalid = (expected) => new errors/* IngotError */.se('invalid-input', `${name} is ${JSON.stringify(value)}: ${expected}`);
    switch (input.kind) {
        case 'text':
            return value;
        case 'flag':
            if (value !== 'true' && value !== 'false')
                throw invalid('write true or false');
            return value === 'true';
        case 'choice':
            if (!input.choices?.includes(value))
                throw invalid(`choose one of ${input.choices?.join(', ')}`);
            return value;
        case 'integer': {
            const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
            if (!(number >= (input.minimum ?? 0)))
                throw invalid(`write a whole number from ${input.minimum ?? 0}`);
            return number;
        }
    }
}

;// CONCATENATED MODULE: ./lib/runner/execute.js


const outcomes = ['done', 'refused', 'misused', 'failed'];
/** Reads the inputs and runs an action; whatever happens becomes a report, reading the inputs included. */
async function execute_execute(action, raw, spell, job) {
    try {
        const outcome = await action.run(readInputs(action.inputs, raw, spell), job);
        const { reason, message, details, summary } = outcome;
        return report(reason, { message, ...(details && { details }) }, outcome.outputs, summary);
    }
    catch (thrown) {
        return failed(thrown, job.log);
    }
}
/** The report of a run that threw, before or while it did its work. `log` is given the stack of what is a defect. */
function failed(thrown, log) {
    const { reason, message, advice, cause } = (0,errors/* toIngotError */.rI)(thrown);
    if (reason === 'internal' && cause instanceof Error)
        log(cause.stack ?? '');
    return report(reason, { message, ...(advice && { advice }) }, {}, undefined);
}
function report(reason, prose, outputs, summary) {
    const exitCode = errors/* reasons */.Ot[reason];
    return { exitCode, result: { schemaVersion: 1, outcome: outcomes[exitCode], reason, ...prose }, outputs, summary };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(48161);
;// CONCATENATED MODULE: ./lib/runner/github-actions.js






const maximumSummaryBytes = (/* unused pure expression or super */ null && (1024 * 1024)); // 1 MiB a step; a larger summary is dropped whole by the runner
/**
 * Runs one action as the GitHub Actions runner starts it: inputs from the environment, outputs and summary into the
 * runner's files, failures as annotations and an exit code.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
async function runAction(action) {
    const { env } = process;
    const { mask, redact } = redactor();
    const say = (text) => process.stdout.write(`${redact(text)}${EOL}`);
    const command = (name, text) => say(`::${name}::${escapeData(text)}`);
    const job = {
        log: (line) => say(inert(line)),
        progress: (line) => say(inert(line)),
        warn: (message) => command('warning', message),
        mask: (secret) => {
            for (const line of secret.split('\n'))
                if (line.trim() !== '')
                    process.stdout.write(`::add-mask::${escapeData(line)}${EOL}`);
            mask(secret);
        },
        signal: cancellation(),
        env,
    };
    const report = await execute(action, fromEnvironment(action.inputs, env), (name) => `Input ${name}`, job);
    writeOutputs(report, env);
    writeSummary(report, env, redact);
    const { message, advice } = report.result;
    if (report.exitCode === 0)
        say(inert(message));
    else
        command('error', advice === undefined ? message : `${message}\n${advice}`);
    process.exitCode = report.exitCode;
}
/** The runner passes input `fail-on` as `INPUT_FAIL-ON`, and an input that was not given as an empty string. */
function fromEnvironment(inputs, env) {
    return Object.fromEntries(Object.entries(inputs).map(([name, input]) => {
        const written = env[`INPUT_${name.toUpperCase()}`]?.trim() ?? '';
        if (written === '')
            return [name, undefined];
        return [
            name,
            input.kind === 'list'
                ? written
                    .split(/\r?\n/)
                    .map((line) => line.trim())
                    .filter(Boolean)
                : [written],
        ];
    }));
}
/** A random delimiter, so that no value can end its own entry and start another. */
function writeOutputs(report, env) {
    const { GITHUB_OUTPUT: file } = env;
    if (!file)
        return;
    for (const [name, value] of Object.entries(report.outputs)) {
        const delimiter = `ingot-${randomUUID()}`;
        appendFileSync(file, `${name}<<${delimiter}${EOL}${value}${EOL}${delimiter}${EOL}`);
    }
}
function writeSummary(report, env, redact) {
    const { GITHUB_STEP_SUMMARY: file } = env;
    if (!file)
        return;
    const { message, advice } = report.result;
    const failure = report.exitCode === 0 || report.summary !== undefined ? '' : `> **${message}**\n>\n> ${advice ?? ''}\n`;
    const text = `${redact(report.summary ?? failure)}\n`;
    if (Buffer.byteLength(text) <= maximumSummaryBytes)
        appendFileSync(file, text);
    else
        appendFileSync(file, '_The summary is larger than 1 MiB: see the log._\n');
}
function escapeData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
/** Text from outside may look like a workflow command; a zero-width space keeps the runner from obeying it. */
function inert(text) {
    return text.replace(/^(\s*):(?=:)/gm, '$1:\u200b').replaceAll('##[', '#\u200b#[');
}

;// CONCATENATED MODULE: ./lib/runner/redact.js
/** Replaces every secret that it was told of by `***`. Values of fewer than four characters would blank ordinary text and are left. */
function redact_redactor() {
    const secrets = new Set();
    return {
        mask: (secret) => {
            for (const line of [secret, ...secret.split('\n')])
                if (line.trim().length >= 4)
                    secrets.add(line);
        },
        redact: (text) => {
            let clean = text;
            for (const secret of secrets)
                clean = clean.replaceAll(secret, '***');
            return clean;
        },
    };
}

;// CONCATENATED MODULE: ./lib/runner/index.js






// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(57975);
;// CONCATENATED MODULE: ./lib/cli/arguments.js


/** @throws IngotError `invalid-input`: an unknown flag (with the nearest one), a missing value, a stray word */
async function readArguments(inputs, argv) {
    const isFlag = (name) => name === 'json' || name === 'help' || inputs[name]?.kind === 'flag';
    const names = [...Object.keys(inputs), 'json', 'help'];
    const options = Object.fromEntries(names.map((name) => [name, { type: isFlag(name) ? 'boolean' : 'string' }]));
    const { tokens } = (0,external_node_util_.parseArgs)({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
    const raw = {};
    for (const token of tokens) {
        if (token.kind === 'option-terminator')
            continue;
        if (token.kind === 'positional') {
            throw new errors/* IngotError */.se('invalid-input', `${JSON.stringify(token.value)} stands alone: every value has its flag`);
        }
        const name = token.rawName === '-h' ? 'help' : token.name;
        if (!names.includes(name) || !(token.rawName.startsWith('--') || token.rawName === '-h')) {
            throw await unknownFlag(token.rawName, names);
        }
        const value = isFlag(name) ? (token.value ?? 'true') : token.value;
        if (value === undefined || (!token.inlineValue && value.startsWith('--'))) {
            throw new errors/* IngotError */.se('invalid-input', `--${name} needs a value`, {
                advice: `Write --${name} VALUE or --${name}=VALUE`,
            });
        }
        raw[name] = [...(raw[name] ?? []), value];
    }
    const { json, help, ...rest } = raw;
    return { raw: rest, json: json !== undefined, help: help !== undefined };
}
async function unknownFlag(flag, names) {
    const { nearest } = await __nccwpck_require__.e(/* import() */ 948).then(__nccwpck_require__.bind(__nccwpck_require__, 90948));
    const guess = nearest(flag.replace(/^-+/, ''), names);
    return new errors/* IngotError */.se('invalid-input', `Unknown flag ${flag}`, {
        advice: guess ? `Did you mean --${guess}?` : 'Ask with --help for the flags of this command',
    });
}

;// CONCATENATED MODULE: ./lib/cli/help.js
const width = 100;
/** `ingot --help`: every command with its first sentence. */
function overview(actions) {
    const longest = Math.max(...actions.map(({ name }) => name.length));
    return `Ingot: immutable infrastructure, from image to production.

Usage: ingot <command> [flags]

${actions.map(({ name, description }) => `  ${name.padEnd(longest)}  ${firstSentence(description)}`).join('\n')}

Every command takes --help, and --json (one JSON object on stdout; progress goes to stderr).
Exit codes: 0 done; 1 the verdict is no; 2 wrong use or configuration; 3 could not be carried out.
`;
}
/** `ingot <command> --help`: flags and outputs, from the action's definition. */
function help(action) {
    const usage = Object.entries(action.inputs)
        .filter(([, input]) => input.required)
        .map(([name, input]) => ` --${name} ${input.placeholder}`)
        .join('');
    return `${wrap(action.description, '')}

Usage: ingot ${action.name}${usage} [flags]

Flags:
${flagsOf(action, undefined)}
  --json
${wrap('Print the outputs and the result as one JSON object on stdout.', '      ')}
${groupsOf(action)
        .map((group) => `\nFlags ${group}:\n${flagsOf(action, group)}\n`)
        .join('')}
Outputs:
${Object.entries(action.outputs)
        .map(([name, prose]) => `  ${name}\n${wrap(prose, '      ')}`)
        .join('\n')}
`;
}
function groupsOf({ inputs }) {
    return [...new Set(Object.values(inputs).flatMap(({ group }) => group ?? []))];
}
function flagsOf({ inputs }, group) {
    const listed = Object.entries(inputs).filter(([, input]) => input.group === group);
    return listed.map(describeFlag).join('\n');
}
function describeFlag([name, input]) {
    const value = input.kind === 'flag' ? '' : ` ${input.placeholder}`;
    const notes = [
        input.required && 'required',
        input.kind === 'list' && 'repeat the flag for more',
        input.default !== undefined && input.kind !== 'flag' && `default: ${input.default}`,
    ].filter(Boolean);
    const note = notes.length > 0 ? ` (${notes.join('; ')})` : '';
    return `  --${name}${value}\n${wrap(`${input.description}${note}`, '      ')}`;
}
function firstSentence(text) {
    return text.split(/(?<=\.)\s/, 1)[0] ?? text;
}
function wrap(text, indent) {
    const lines = [];
    let line = '';
    for (const word of text.split(/\s+/)) {
        if (line && indent.length + line.length + word.length + 1 > width) {
            lines.push(line);
            line = word;
        }
        else
            line = line ? `${line} ${word}` : word;
    }
    return [...lines, line].map((text) => indent + text).join('\n');
}

;// CONCATENATED MODULE: ./lib/cli/terminal.js

/**
 * Text as a terminal may show it: what came from an image, a registry or a file must not move the cursor, colour or hide
 * what is around it. Escapes such as \\u001b stand for control characters and for those that reverse the writing direction.
 */
function printable(text) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (character) => {
        return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    });
}
/** As `printable`, and on one line: a value must not look like the next output. */
function printableLine(text) {
    return printable(text).replaceAll('\n', '\\n');
}
/** Lets the reader of a pipe leave early (`ingot … | head -1`): what is written after that is lost, the exit code is not. */
function tolerateLostReader(stream) {
    stream.on('error', (error) => {
        if (error.code !== 'EPIPE')
            throw error;
    });
}
/** A job whose log and progress go to stderr; progress overwrites itself where stderr is a terminal. */
function terminalJob() {
    const { mask, redact } = redact_redactor();
    const live = process.stderr.isTTY === true;
    let pending = false;
    const write = (line) => {
        process.stderr.write(`${pending ? '\r\u001b[2K' : ''}${printable(redact(line))}\n`);
        pending = false;
    };
    return {
        log: write,
        progress: (line) => {
            if (!live)
                return write(line);
            const room = Math.max(20, (process.stderr.columns ?? 80) - 1);
            process.stderr.write(`\r\u001b[2K${printable(redact(line)).slice(0, room)}`);
            pending = true;
        },
        warn: (message) => write(`warning: ${message}`),
        mask,
        signal: cancellation_cancellation(),
        env: process.env,
    };
}

;// CONCATENATED MODULE: ./lib/cli/main.js






/** `ingot <command> [flags]`: sets the exit code, prints results on stdout and everything else on stderr. */
async function main(argv, version) {
    for (const stream of [process.stdout, process.stderr])
        tolerateLostReader(stream);
    const [command, ...rest] = argv;
    const wantsJson = rest.includes('--json');
    try {
        if (command === undefined || command === '--help' || command === '-h' || command === 'help') {
            process.stdout.write(overview(await Promise.all(Object.values(actions).map(({ load }) => load()))));
            process.exitCode = command === undefined ? errors/* reasons */.Ot['invalid-input'] : 0;
            return;
        }
        if (command === '--version' || command === 'version') {
            process.stdout.write(`${version}\n`);
            return;
        }
        const action = await (await find(command)).load();
        const line = await readArguments(action.inputs, rest);
        if (line.help) {
            process.stdout.write(help(action));
            return;
        }
        const job = terminalJob();
        const report = await execute_execute(action, line.raw, (name) => `--${name}`, job);
        print(report, line.json, job.log);
    }
    catch (thrown) {
        const log = (text) => process.stderr.write(`${printable(text)}\n`);
        print(failed(thrown, log), wantsJson, log);
    }
}
function print(report, json, log) {
    const { message, advice } = report.result;
    log(report.exitCode === 0 ? message : `error: ${message}`);
    if (advice !== undefined)
        log(`  ${advice}`);
    if (json)
        process.stdout.write(`${JSON.stringify({ ...report.outputs, result: report.result })}\n`);
    else
        for (const [name, value] of Object.entries(report.outputs))
            process.stdout.write(`${name}: ${printableLine(String(value))}\n`);
    process.exitCode = report.exitCode;
}
async function find(command) {
    const action = Object.hasOwn(actions, command) ? actions[command] : undefined;
    if (action)
        return action;
    const { nearest } = await __nccwpck_require__.e(/* import() */ 948).then(__nccwpck_require__.bind(__nccwpck_require__, 90948));
    const guess = nearest(command, Object.keys(actions));
    throw new errors/* IngotError */.se('invalid-input', `Unknown command ${JSON.stringify(command)}`, {
        advice: guess ? `Did you mean ${guess}?` : 'Ask with --help for the commands',
    });
}


/***/ }),

/***/ 91146:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _cli_main_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(58459);

await (0,_cli_main_js__WEBPACK_IMPORTED_MODULE_0__/* .main */ .i)(process.argv.slice(2), "0.1.0")

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   Ot: () => (/* binding */ reasons),
/* harmony export */   rI: () => (/* binding */ toIngotError),
/* harmony export */   se: () => (/* binding */ IngotError)
/* harmony export */ });
/**
 * The closed list of reasons. Every result and every error carries exactly one of them; scripts may branch on it.
 * The number is the exit code of the process: 0 done; 1 the verdict is no; 2 wrong use or wrong configuration;
 * 3 could not be carried out.
 */
const reasons = {
    done: 0,
    unchanged: 0,
    planned: 0,
    'in-progress': 0,
    promoted: 0,
    'rolled-back': 0,
    'already-stable': 0,
    'not-needed': 0,
    needed: 0,
    'base-not-approved': 1,
    'validation-failed': 1,
    'gate-failed': 1,
    'verification-refused': 1,
    'rebase-refused': 1,
    quarantined: 1,
    'canary-aborted': 1,
    superseded: 1,
    drifted: 1,
    'judge-failed': 1,
    'expectation-failed': 1,
    'not-proven': 1,
    'invalid-input': 2,
    'invalid-config': 2,
    'invalid-reference': 2,
    'no-rollback-target': 2,
    'not-found': 3,
    unreadable: 3,
    unwritable: 3,
    'digest-mismatch': 3,
    'size-exceeded': 3,
    'unsafe-layer': 3,
    unauthorized: 3,
    'tag-immutable': 3,
    unsupported: 3,
    'ledger-unreadable': 3,
    'ledger-conflict': 3,
    unreachable: 3,
    'timed-out': 3,
    'tool-failed': 3,
    'target-failed': 3,
    cancelled: 3,
    internal: 3,
};
/**
 * A failure that a user can act on. `message` says what was attempted, on which side it failed and why;
 * `advice` says the next move. Neither ever holds a secret, a token or a query string.
 */
class IngotError extends Error {
    name = 'IngotError';
    reason;
    advice;
    constructor(reason, message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.reason = reason;
        this.advice = options.advice;
    }
    get exitCode() {
        return reasons[this.reason];
    }
}
/**
 * Anything thrown, as an IngotError that keeps its cause: an abort becomes `cancelled`, a refusal of the operating system
 * (full disk, missing permission) `unwritable` or `unreadable`, and what is not ours `internal`.
 */
function toIngotError(thrown) {
    if (thrown instanceof IngotError)
        return thrown;
    if (thrown?.name === 'AbortError') {
        return new IngotError('cancelled', 'Cancelled before it was finished', { cause: thrown });
    }
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    const advice = adviceOnSystem[codeOf(thrown) ?? ''];
    if (advice !== undefined) {
        return new IngotError(isOfWriting(thrown) ? 'unwritable' : 'unreadable', message, { advice, cause: thrown });
    }
    return new IngotError('internal', `Unexpected failure: ${message}`, {
        advice: 'This is a defect: please report it with the log of this run',
        cause: thrown,
    });
}
/** What the user's machine refuses: nobody's defect, whichever call met it. */
const adviceOnSystem = {
    ENOSPC: 'The disk is full: make room, and run it again',
    EDQUOT: 'The disk quota is used up: make room, and run it again',
    EROFS: 'The disk is mounted read-only: name a place that can be written',
    EACCES: 'Run it as a user that may do this, or change owner or mode of what is named',
    EPERM: 'Run it as a user that may do this, or change owner or mode of what is named',
    EMFILE: 'Too many files are open: raise the limit (ulimit -n), and run it again',
    ENFILE: 'Too many files are open on this machine: end what holds them, and run it again',
};
const writingCalls = [
    'write',
    'mkdir',
    'rename',
    'unlink',
    'rm',
    'rmdir',
    'link',
    'symlink',
    'chmod',
    'copyfile',
    'fsync',
];
function isOfWriting(thrown) {
    const { syscall } = thrown;
    if (['ENOSPC', 'EDQUOT', 'EROFS'].includes(codeOf(thrown) ?? ''))
        return true;
    return typeof syscall === 'string' && writingCalls.includes(syscall);
}
/** The code that Node gives to failures of the system (`ENOENT`, `ECONNRESET`, …), of anything thrown. */
function codeOf(thrown) {
    if (typeof thrown !== 'object' || thrown === null || !('code' in thrown))
        return undefined;
    return typeof thrown.code === 'string' ? thrown.code : undefined;
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		8792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(91146);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
