// Reads an OpenAPI document on standard input and prints what its validator says. A process of its own, since the validator is an ES
// module and the suites are not.
import { Validator } from '@seriousme/openapi-schema-validator';

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);

const validator = new Validator();
const { valid, errors } = await validator.validate(JSON.parse(Buffer.concat(chunks).toString('utf8')));
process.stdout.write(JSON.stringify({ valid, version: validator.version, errors: errors ?? [] }));
