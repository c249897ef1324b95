import type { Answer } from './http';
import type { Envelope, Refusal } from './office';

/** The data of an answer that must have been given. */
export const dataOf = async <Data>(answer: Promise<Answer>): Promise<Data> => {
  const { status, body } = await answer;
  if (status !== 200) throw new Error(JSON.stringify(body));
  return (body as Envelope<Data>).data;
};

/** What was refused: the status, and every field that the answer names. */
export const refusalOf = async (answer: Promise<Answer>): Promise<{ status: number; fields: string[] }> => {
  const { status, body } = await answer;
  const errors = (body as Refusal).error.details.errors ?? [];
  return { status, fields: errors.map(({ path }) => path.join('.')) };
};
