import { h } from "preact";
import {
  ArrowUpRight,
  Bell,
  Ban,
  Check,
  ChevronDown,
  ChevronRight,
  CircleAlert,
  CircleCheck,
  CircleDot,
  CircleHelp,
  CirclePause,
  CircleX,
  Clock,
  Copy,
  CornerDownRight,
  FileUp,
  Keyboard,
  LayoutTemplate,
  LogOut,
  Maximize,
  Monitor,
  Moon,
  Pencil,
  Play,
  Plug,
  Plus,
  Redo2,
  RotateCw,
  Search,
  SlidersHorizontal,
  Sun,
  Trash2,
  TriangleAlert,
  Undo2,
  Upload,
  Workflow,
  X,
  ZoomIn,
  ZoomOut,
  Activity,
  MousePointer2,
  Webhook,
  History,
  SquareDashed,
  Bookmark,
  Braces,
  ClipboardPen,
  Download,
  Ear,
  Ellipsis,
  Eye,
  EyeOff,
  Inbox,
  KeyRound,
  Link2,
  Pause,
  Repeat2,
  Rss,
  CopyX,
  Reply,
  SquareTerminal,
  CircleArrowRight,
  type IconNode,
} from "lucide";

/** The icons of the frame and the pages; those of connectors are in `run/connector-icons`. */
const icons = {
  activity: Activity,
  add: Plus,
  alert: CircleAlert,
  ban: Ban,
  bell: Bell,
  check: Check,
  clock: Clock,
  close: X,
  connectors: Plug,
  copy: Copy,
  done: CircleCheck,
  down: ChevronDown,
  edit: Pencil,
  failed: CircleX,
  fit: Maximize,
  handled: CornerDownRight,
  gallery: LayoutTemplate,
  help: CircleHelp,
  history: History,
  import: FileUp,
  keyboard: Keyboard,
  leave: LogOut,
  monitor: Monitor,
  moon: Moon,
  open: ArrowUpRight,
  plain: SquareDashed,
  pointer: MousePointer2,
  publish: Upload,
  redo: Redo2,
  retry: RotateCw,
  right: ChevronRight,
  saved: Bookmark,
  run: Play,
  running: CircleDot,
  search: Search,
  settings: SlidersHorizontal,
  sun: Sun,
  trash: Trash2,
  undo: Undo2,
  waiting: CirclePause,
  warning: TriangleAlert,
  webhook: Webhook,
  workflows: Workflow,
  zoomIn: ZoomIn,
  zoomOut: ZoomOut,
  answered: Reply,
  body: Braces,
  command: SquareTerminal,
  connections: KeyRound,
  download: Download,
  duplicate: CopyX,
  eye: Eye,
  eyeOff: EyeOff,
  feed: Rss,
  form: ClipboardPen,
  goesOn: CircleArrowRight,
  inbox: Inbox,
  link: Link2,
  listen: Ear,
  more: Ellipsis,
  pause: Pause,
  replay: Repeat2,
} satisfies Record<string, IconNode>;

export type IconName = keyof typeof icons;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return <Drawing node={icons[name]} size={size} />;
}

/** A Lucide drawing as elements. Decorative: the word stands beside it. */
export function Drawing({ node, size = 16 }: { node: IconNode; size?: number }) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width={size >= 24 ? 1.5 : 2}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {node.map(([tag, attributes], index) => h(tag, { key: index, ...attributes }))}
    </svg>
  );
}
