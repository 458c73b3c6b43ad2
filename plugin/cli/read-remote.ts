import { InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';

const addressSchema = z.url({ protocol: /^https?$/ });
/** What a header can carry. */
const keySchema = z.string().regex(/^[\x21-\x7e]+$/);

/** Reads the address of a server from the command line. */
export const address = (value: string): string => {
  const read = addressSchema.safeParse(value.trim());
  if (!read.success) throw new InvalidArgumentError('Give the address of Twenty, such as https://crm.example.com.');
  return read.data.replace(/\/+$/, '').replace(/\/graphql$/, '');
};

/** Reads a key from the command line. */
export const apiKey = (value: string): string => {
  const read = keySchema.safeParse(value.trim());
  if (!read.success) throw new InvalidArgumentError('Give an API key, without spaces.');
  return read.data;
};

/** The option of an API key, which may come by the environment. */
export const keyOption = (): Option =>
  new Option('--key <key>', 'API key of the workspace').env('TAG_POLICY_KEY').argParser(apiKey);
