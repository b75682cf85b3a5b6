import "../../styles/pane.css";
import "../../styles/values.css";
import "../../styles/captured.css";
import "../../styles/inbox.css";
import { show } from "../../panels/frame/show.tsx";
import { Inbox } from "./inbox.tsx";

show(<Inbox />);
