import "../../styles/canvas-page.css";
import "../../styles/designer.css";
import { show } from "../../panels/frame/show.tsx";
import { Designer } from "./designer.tsx";

show(<Designer />);
