import { Column, PrimaryColumn, type ColumnOptions } from 'typeorm';

/** Text: ids, days, instants, words. Nullable when said. */
export const Text = (options: ColumnOptions = {}): PropertyDecorator => Column('text', options);
export const NullText = (): PropertyDecorator => Column('text', { nullable: true });
export const Id = (): PropertyDecorator => PrimaryColumn('text');
export const NumberId = (): PropertyDecorator => PrimaryColumn('integer');
export const Int = (): PropertyDecorator => Column('integer');
export const NullInt = (): PropertyDecorator => Column('integer', { nullable: true });
export const Bool = (): PropertyDecorator => Column('boolean');
/** Any JSON value, stored as text on both engines. */
export const Json = (): PropertyDecorator => Column('simple-json');
export const NullJson = (): PropertyDecorator => Column('simple-json', { nullable: true });
/** Bytes and other large counts: PostgreSQL hands bigint over as text. */
export const Big = (): PropertyDecorator =>
  Column('bigint', { transformer: { to: (value: number) => value, from: (value: string | number) => Number(value) } });
