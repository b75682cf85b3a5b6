import "../../styles/inbox.css";
import "../../styles/runs.css";
import "../../styles/overview.css";
import { show } from "../../panels/frame/show.tsx";
import { Overview } from "./overview.tsx";

show(<Overview />);
