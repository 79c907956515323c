import { DefaultNamingStrategy } from 'typeorm';

function snake(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}

/** camelCase in the code, snake_case in the database, so that hand-written SQL needs no quotes on either engine. */
export class SnakeCase extends DefaultNamingStrategy {
  override tableName(target: string, given?: string): string {
    return given ?? snake(target);
  }

  override columnName(property: string, given: string | undefined, prefixes: string[]): string {
    return snake([...prefixes, given ?? property].join('_'));
  }
}
