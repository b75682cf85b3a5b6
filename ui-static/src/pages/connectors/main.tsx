import "../../styles/connectors.css";
import { show } from "../../panels/frame/show.tsx";
import { Connectors } from "./connectors.tsx";

show(<Connectors />);
