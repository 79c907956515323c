import { ApiProperty, ApiSchema } from '@nestjs/swagger';

@ApiSchema({ name: 'Watcher' })
export class WatcherView {
  id: string;
  name: string;
}

@ApiSchema({ name: 'WatcherList' })
export class WatcherList {
  items: WatcherView[];
  @ApiProperty({ type: String, nullable: true })
  next: null;
}
