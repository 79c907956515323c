import { ApiProperty, ApiSchema } from '@nestjs/swagger';

/** A standing in words. */
@ApiSchema({ name: 'Explanation' })
export class ExplanationView {
  @ApiProperty({ type: String, description: 'Plain text, a paragraph for each deadline and consequence.' })
  text: string;
  @ApiProperty({ type: [String], description: 'The same, line by line.' }) lines: string[];
}

export function asText(text: string): ExplanationView {
  return { text, lines: text.split('\n') };
}
